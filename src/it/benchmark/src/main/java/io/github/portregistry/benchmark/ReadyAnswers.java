package io.github.portregistry.benchmark;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.List;

/**
 * The answers for all ports and transports in arrays, each at its {@link #place}.
 *
 * @param lists the rows
 * @param statuses the statuses
 */
record ReadyAnswers(List<PortAssignment>[] lists, AssignmentStatus[] statuses) {

    @SuppressWarnings({"unchecked", "rawtypes"})
    ReadyAnswers(PortRegistry registry) {
        this(
                new List[TransportProtocol.values().length << 16],
                new AssignmentStatus[TransportProtocol.values().length << 16]);
        for (TransportProtocol transport : TransportProtocol.values()) {
            for (int port = 0; port <= 65535; port++) {
                lists[place(port, transport)] = List.copyOf(registry.findByPort(port, transport));
                statuses[place(port, transport)] = registry.status(port, transport);
            }
        }
    }

    static int place(int port, TransportProtocol transport) {
        return transport.ordinal() << 16 | port;
    }

    /** Returns the first name of each place, or no text. */
    String[] firstNames() {
        String[] names = new String[lists.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = PortLookups.firstName(lists[i]);
        }
        return names;
    }
}
