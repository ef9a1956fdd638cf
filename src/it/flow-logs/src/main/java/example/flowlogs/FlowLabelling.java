package example.flowlogs;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Labels flows by the port of their service side; many threads may use it at once.
 *
 * <p>The service side is the port that is registered for the flow's transport; if both ports are, or neither is, the
 * lower one. It cannot always be the destination, since a log has requests and responses. This is a rule of this
 * example; the registry does not know flows, and no label says what ran there.
 */
record FlowLabelling(PortRegistry registry) implements Serializable {

    static final StructType SCHEMA = StructType.fromDDL(
            "service STRING, port INT, transport STRING, range STRING, state STRING, cites_document BOOLEAN");

    /**
     * What is sent in place of a registry, which cannot be serialized: its rows, or null for the edition in the jar. An
     * executor reads a broadcast once, and so makes its registry once.
     */
    private record Sent(List<PortAssignment> rows) implements Serializable {

        private Object readResolve() {
            return new FlowLabelling(rows == null ? PortRegistry.bundled() : PortRegistry.of(rows));
        }
    }

    private Object writeReplace() {
        return new Sent(registry == PortRegistry.bundled() ? null : List.copyOf(registry.assignments()));
    }

    /** Chooses the port of the service side; returns ABSENT if both ports are absent or the protocol has no ports. */
    int servicePort(FlowRecord flow) {
        int source = flow.sourcePort();
        int destination = flow.destinationPort();
        TransportProtocol transport =
                TransportProtocol.findNumber(flow.protocol()).orElse(null);
        if (transport == null) {
            return FlowRecord.ABSENT;
        }
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

    /** Returns a row of {@link #SCHEMA} for a port, 0 to 65535, over a protocol that has ports. */
    Row label(int protocol, int port) {
        TransportProtocol transport = TransportProtocol.ofNumber(protocol);
        AssignmentStatus status = registry.status(port, transport);
        boolean citesDocument = registry.findByPort(port, transport).stream().anyMatch(PortAssignment::hasReference);
        return RowFactory.create(
                registry.names().describe(port, transport),
                port,
                transport.keyword(),
                word(PortRange.of(port)),
                word(status),
                status == ASSIGNED ? citesDocument : null);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
