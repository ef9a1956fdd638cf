package example.flowlogs;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.PortRange.DYNAMIC;
import static io.github.portregistry.TransportProtocol.DCCP;
import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * Labels flows by the port of their service side.
 *
 * <p>The service side is the port that is registered for the flow's transport; if both ports are, or neither is, the
 * lower one. A log has the flows of both directions, so it cannot be the destination always. A port that is missing is
 * not chosen. Port and service are a convention: no label says what ran there.
 */
record RegistryLabelling(PortRegistry registry) implements Labelling, Serializable {

    /** Returns the labelling by the edition in the jar, one for each JVM. */
    static RegistryLabelling bundled() {
        return Bundled.LABELLING;
    }

    private static final class Bundled {
        static final RegistryLabelling LABELLING = new RegistryLabelling(PortRegistry.bundled());
    }

    @Override
    public int servicePort(FlowRecord flow) {
        return switch (flow.protocol()) {
            case 6 -> servicePort(flow, TCP);
            case 17 -> servicePort(flow, UDP);
            case 33 -> servicePort(flow, DCCP);
            case 132 -> servicePort(flow, SCTP);
            default -> FlowRecord.ABSENT;
        };
    }

    private int servicePort(FlowRecord flow, TransportProtocol transport) {
        int source = flow.sourcePort();
        int destination = flow.destinationPort();
        if (source == FlowRecord.ABSENT || destination == FlowRecord.ABSENT) {
            return Math.max(source, destination);
        }
        boolean isSourceRegistered = registry.status(source, transport) == ASSIGNED;
        boolean isDestinationRegistered = registry.status(destination, transport) == ASSIGNED;
        if (isSourceRegistered == isDestinationRegistered) {
            return Math.min(source, destination);
        }
        return isSourceRegistered ? source : destination;
    }

    @Override
    public FlowLabel label(int protocol, int port) {
        TransportProtocol transport = TransportProtocol.ofNumber(protocol);
        AssignmentStatus status = registry.status(port, transport);
        PortRange range = PortRange.of(port);
        return new FlowLabel(
                transport.keyword(),
                port,
                service(port, transport, range, status),
                word(range),
                word(status),
                finding(port, transport, range, status));
    }

    /** Returns the canonical name, or all of them if IANA's rows do not decide, or why there is none. */
    private String service(int port, TransportProtocol transport, PortRange range, AssignmentStatus status) {
        List<String> names = registry.names().serviceNames(port, transport);
        if (!names.isEmpty()) {
            return String.join(", ", names);
        }
        return "(" + (status == ASSIGNED ? "unnamed" : range == DYNAMIC ? "dynamic" : word(status)) + ")";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private String finding(int port, TransportProtocol transport, PortRange range, AssignmentStatus status) {
        if (range == DYNAMIC) {
            return "dynamic";
        }
        if (status == UNASSIGNED) {
            return "unassigned";
        }
        boolean citesNothing = status == ASSIGNED
                && registry.findByPort(port, transport).stream().noneMatch(PortAssignment::hasReference);
        return citesNothing ? "no-reference" : FlowLabel.NONE;
    }
}
