package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way back from ports to services, for the comments and the review of rules.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * PortNames names = registry.names();
 * names.label(443, TCP);                                       // "443/tcp https"
 * names.exactServices(PortSet.of(80), TCP);                    // [http, www, www-http]
 * names.coveredServices(PortSet.parse("6000-6064"), TCP);      // [x11, ndl-ahp-svc]
 * }</pre>
 */
public final class PortNames {

    private final RegistryRows rows;

    PortNames(RegistryRows rows) {
        this.rows = rows;
    }

    /**
     * Returns a label for the comment of a rule: number and transport, then the service, or why there is none:
     * {@code 443/tcp https}, {@code 465/tcp urd, submissions}, {@code 24/tcp (unnamed: any private mail system)},
     * {@code 26/tcp (unassigned)}, {@code 50000/udp (dynamic)}, {@code 22/tcp (shadowed: ssh)} if an overlay has {@code
     * ssh} elsewhere. Where IANA's rows decide on a canonical name, the others are left out. The text is the file's: who
     * puts it between quotes has to mind quotes in it.
     *
     * @param port port number, 0 to 65535
     * @param transport transport protocol
     * @return one line of printable text
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public String label(int port, TransportProtocol transport) {
        requireNonNull(transport, "transport");
        List<PortAssignment> registered = rows.ports().assigned(port, transport);
        String services = rows.findCanonical(port, transport)
                .map(this::name)
                .orElseGet(() -> registered.stream().map(this::name).collect(Collectors.joining(", ")));
        return port + "/" + transport.keyword() + " "
                + (registered.isEmpty() ? "(" + state(port, transport) + ")" : services);
    }

    private String name(PortAssignment row) {
        String name = row.serviceName();
        if (name.isEmpty()) {
            return "(unnamed: " + printable(row.description()) + ")";
        }
        return rows.isShadowed(row) ? "(shadowed: " + printable(name) + ")" : printable(name);
    }

    private static String printable(String text) {
        return Texts.abridged(Texts.oneLine(text));
    }

    private String state(int port, TransportProtocol transport) {
        AssignmentStatus status = rows.ports().status(port, transport);
        boolean dynamic = status == AssignmentStatus.UNLISTED && PortRange.of(port) == PortRange.DYNAMIC;
        return dynamic ? "dynamic" : status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the services whose ports over a transport are exactly those of a set.
     *
     * @param ports the ports
     * @param transport transport protocol
     * @return service names, each once and as its first row writes it, in the order of their first row, unmodifiable, empty if there is none
     */
    public List<String> exactServices(PortSet ports, TransportProtocol transport) {
        return services(transport, requireNonNull(ports, "ports")::equals);
    }

    /**
     * Returns the services whose ports over a transport all lie within a set: those that a rule for it opens wholly.
     *
     * @param ports the ports
     * @param transport transport protocol
     * @return service names, each once, in the order of their first row, unmodifiable, empty if there is none
     */
    public List<String> coveredServices(PortSet ports, TransportProtocol transport) {
        return services(transport, requireNonNull(ports, "ports")::containsAll);
    }

    private List<String> services(TransportProtocol transport, Predicate<PortSet> condition) {
        Map<String, PortSet> portsByName = rows.named(requireNonNull(transport, "transport"))
                .collect(Collectors.groupingBy(
                        row -> rows.findByName(row.serviceName()).get(0).serviceName(),
                        LinkedHashMap::new,
                        Collectors.flatMapping(row -> Stream.ofNullable(row.ports()), PortSet.collector())));
        return portsByName.entrySet().stream()
                .filter(entry -> condition.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
