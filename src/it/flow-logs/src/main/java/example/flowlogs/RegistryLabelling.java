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
 *
 * <p>Labels are kept once made: there are 262,144 at most, and billions of flows. All tasks of an executor share them;
 * it does no harm if two of them make the same label. They are not sent along with the registry.
 */
final class RegistryLabelling implements Labelling, Serializable {

    private static final long serialVersionUID = 1L;

    private static final int PORTS = 65536;

    private final PortRegistry registry;
    private final transient FlowLabel[][] labels = new FlowLabel[TransportProtocol.values().length][PORTS];

    RegistryLabelling(PortRegistry registry) {
        this.registry = registry;
    }

    private Object readResolve() {
        return new RegistryLabelling(registry);
    }

    /** Returns the labelling by the edition in the jar, one for each JVM. */
    static RegistryLabelling bundled() {
        return Bundled.LABELLING;
    }

    private static final class Bundled {
        static final RegistryLabelling LABELLING = new RegistryLabelling(PortRegistry.bundled());
    }

    @Override
    public FlowLabel label(FlowRecord flow) {
        return switch (flow.status()) {
            case NODATA -> FlowLabel.NODATA;
            case SKIPDATA -> FlowLabel.SKIPDATA;
            case OK ->
                switch (flow.protocol()) {
                    case 6 -> label(flow, TCP);
                    case 17 -> label(flow, UDP);
                    case 33 -> label(flow, DCCP);
                    case 132 -> label(flow, SCTP);
                    default -> FlowLabel.NO_PORTS;
                };
        };
    }

    private FlowLabel label(FlowRecord flow, TransportProtocol transport) {
        int port = servicePort(flow.sourcePort(), flow.destinationPort(), transport);
        if (port == FlowRecord.ABSENT) {
            return FlowLabel.NO_PORTS;
        }
        FlowLabel[] known = labels[transport.ordinal()];
        FlowLabel label = known[port];
        if (label == null) {
            known[port] = label = label(port, transport);
        }
        return label;
    }

    private int servicePort(int source, int destination, TransportProtocol transport) {
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

    private FlowLabel label(int port, TransportProtocol transport) {
        AssignmentStatus status = registry.status(port, transport);
        PortRange range = PortRange.of(port);
        return new FlowLabel(
                transport.keyword(),
                port,
                service(port, transport, range, status).intern(),
                word(range),
                word(status),
                finding(port, transport, range, status));
    }

    /** Returns the canonical name, or all of them if IANA's rows do not decide, or why there is none. */
    private String service(int port, TransportProtocol transport, PortRange range, AssignmentStatus status) {
        List<String> names = registry.names().names(port, transport);
        if (!names.isEmpty()) {
            return String.join(", ", names);
        }
        return "(" + (status == ASSIGNED ? "unnamed" : range == DYNAMIC ? "dynamic" : word(status)) + ")";
    }

    /** Interned: many labels have the same few words, and what a processor has at hand is read sooner. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).intern();
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
