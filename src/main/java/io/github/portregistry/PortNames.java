package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the names of ports, for comments in generated rules and for reviews of rules.
 *
 * <p>Names, labels and specifications contain the text of the file, which may include quotes, backslashes or {@code $}.
 * Escape what is special in your target format.
 *
 * <p>This class is immutable and thread-safe.
 *
 * <pre>{@code
 * PortNames names = registry.names();
 * names.label(443, TCP);                                            // "443/tcp https"
 * names.serviceNames(80, TCP);                                      // [http]
 * names.exactServices(PortSet.of(80), TCP);                         // [http, www, www-http]
 * names.coveredServices(PortSet.parse("6000-6064"), TCP);           // [x11, ndl-ahp-svc]
 * names.specification(PortsByTransport.parse("tcp 22,80-90"));      // "ssh/tcp 80-90/tcp"
 * }</pre>
 */
@CheckReturnValue
public final class PortNames {

    private final RegistryRows rows;
    private final PortLabels labels;

    PortNames(RegistryRows rows) {
        this.rows = rows;
        this.labels = new PortLabels(rows);
    }

    /**
     * Returns the service names of a port. If one of them is canonical, it is the only one; otherwise all names are
     * returned, your own (site-local) ones first. Rows without a name and rows shadowed by an overlay are ignored.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the names, each once, your own first, then in file order; unmodifiable, empty if there are none
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public List<String> serviceNames(int port, TransportProtocol transport) {
        return labels.registered(port, requireNonNull(transport, "transport")).stream()
                .filter(row -> !row.serviceName().isEmpty() && !rows.isShadowed(row))
                .map(PortAssignment::serviceName)
                .distinct()
                .toList();
    }

    /**
     * Returns a label of a port for the comment of a rule: the port and transport, then {@linkplain #describe(int,
     * TransportProtocol) its services}, as in {@code 443/tcp https}, or the reason why there are none, as in {@code
     * 26/tcp (unassigned)}.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the label, one line of at most 128 printable characters
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public String label(int port, TransportProtocol transport) {
        return label(PortInterval.of(port), transport);
    }

    /**
     * Returns a label of an interval for the comment of a rule: the interval and transport, then {@linkplain
     * #describe(PortInterval, TransportProtocol) its services}, as in {@code 6000-6063/tcp x11}.
     *
     * @param interval the interval
     * @param transport the transport protocol
     * @return the label, one line of at most 128 printable characters
     */
    public String label(PortInterval interval, TransportProtocol transport) {
        return labels.of(requireNonNull(interval, "interval"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns a label of a set for the comment of a rule: the labels of its intervals, as in {@code 22/tcp ssh; 80/tcp
     * http; and 7 more}. Labels that do not fit are counted. If none fits, so are all: {@code (9 intervals)}.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the label, one line of at most 128 printable characters; {@code (no ports)} for the empty set
     */
    public String label(PortSet ports, TransportProtocol transport) {
        return labels.of(requireNonNull(ports, "ports"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns what stands behind the port in its {@linkplain #label(int, TransportProtocol) label}: the service, or in
     * parentheses the reason why there is none. Examples: {@code https}, {@code urd, submissions}, {@code (unnamed: any
     * private mail system)}, {@code (unassigned)}, {@code (dynamic)}, and {@code (shadowed: ssh)} if an overlay has
     * {@code ssh} elsewhere. If there is a canonical name, the others are omitted; otherwise your own services come
     * first. If your service shares a port with IANA's, yours is the canonical one.
     *
     * <p>Names and descriptions are copied from the file, and shortened if they are long. One that could pass for
     * several names, or for a text in parentheses, is in quotes.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the description, one line of at most 111 printable characters
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public String describe(int port, TransportProtocol transport) {
        return describe(PortInterval.of(port), transport);
    }

    /**
     * Returns what stands behind the interval in its {@linkplain #label(PortInterval, TransportProtocol) label}: its
     * services, and what else has to be said of it. An interval of one port is described as {@linkplain #describe(int,
     * TransportProtocol) the port} is.
     *
     * <ul>
     *   <li>{@code ftp-data, ftp}: the services of 20-21, both of them wholly
     *   <li>{@code x11 (in part)}: 6000-6010 has some ports of a service, but not all ports of its row
     *   <li>{@code msg-icp, msg-auth (and 2 unassigned)}: two ports of 28-31 have no service
     *   <li>{@code (96 services, 1 in part, 3 unassigned)}: more than three services are counted
     *   <li>{@code (dynamic)}, {@code (6 unassigned, 2 reserved)}: no port has a service
     * </ul>
     *
     * @param interval the interval
     * @param transport the transport protocol
     * @return the description, one line of at most 111 printable characters
     */
    public String describe(PortInterval interval, TransportProtocol transport) {
        return labels.description(requireNonNull(interval, "interval"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the services whose ports over a transport are exactly those of a set.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the service names, each once, as written in its first row, in the file order of the ports' rows;
     *     unmodifiable, empty if there are none
     */
    public List<String> exactServices(PortSet ports, TransportProtocol transport) {
        return services(
                ports,
                transport,
                name -> isCovered(name, ports, transport)
                        && rows.portsOf(name, transport).equals(ports));
    }

    /**
     * Returns the services whose ports over a transport are all in a set: the services that a rule for these ports
     * opens completely.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the service names, each once, in the file order of the ports' rows; unmodifiable, empty if there are none
     */
    public List<String> coveredServices(PortSet ports, TransportProtocol transport) {
        return services(ports, transport, name -> isCovered(name, ports, transport));
    }

    /**
     * Returns the services that have any port of a set over a transport: the services that a rule for these ports opens,
     * wholly or in part.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the service names, each once, in the file order of the ports' rows; unmodifiable, empty if there are none
     */
    public List<String> affectedServices(PortSet ports, TransportProtocol transport) {
        return services(ports, transport, name -> true);
    }

    /** Looks only at the rows that have any of the ports, so a small set takes little time, and once at each name. */
    private List<String> services(PortSet ports, TransportProtocol transport, Predicate<String> condition) {
        requireNonNull(ports, "ports");
        Set<String> seen = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (PortAssignment row : rows.ports().assigned(ports, requireNonNull(transport, "transport"))) {
            if (!row.serviceName().isEmpty() && !rows.isShadowed(row)) {
                String name = rows.findByName(row.serviceName()).get(0).serviceName();
                if (seen.add(name) && condition.test(name)) {
                    names.add(name);
                }
            }
        }
        return List.copyOf(names);
    }

    /** Returns whether all ports of a name are in a set, row by row: to make a set of each name's would take long. */
    private boolean isCovered(String name, PortSet ports, TransportProtocol transport) {
        for (PortAssignment row : rows.findByName(name)) {
            if (rows.isMeant(row, transport) && !ports.contains(requireNonNull(row.ports()))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the names under which IANA lists what an everyday name commonly means: {@code postgresql} for {@code
     * postgres}. Show them to people; do not use one automatically. A name that is registered itself may have an everyday
     * meaning as well, such as {@code rdp}, which is registered without a port.
     *
     * @param everydayName any text; case and punctuation are ignored
     * @return service names that this registry has with a port, best first; unmodifiable, empty if there are none
     */
    public List<String> registeredAs(String everydayName) {
        return SpecHints.registeredAs(rows, requireNonNull(everydayName, "everydayName"));
    }

    /**
     * Returns the everyday names that {@linkplain #registeredAs(String) are registered as} something, for completion and
     * search fields. Which they are and how they are spelled may change.
     *
     * @return the names in alphabetical order; unmodifiable
     */
    public List<String> everydayNames() {
        return SpecEverydayNames.REGISTERED.keySet().stream()
                .filter(name -> !registeredAs(name).isEmpty())
                .sorted()
                .toList();
    }

    /**
     * Returns a short specification that {@link PortRegistry#resolve(String)} resolves to exactly the given ports. A
     * canonical name is used if each interval of its ports is one of the given intervals; all other ports are written
     * as numbers.
     *
     * @param ports the ports
     * @return the specification, ordered by transport, then by port, such as {@code "ssh/tcp http/tcp 1024-1030/tcp"};
     *     empty if there are no ports
     */
    public String specification(PortsByTransport ports) {
        List<String> tokens = new ArrayList<>();
        requireNonNull(ports, "ports").asMap().forEach((transport, set) -> {
            Set<PortInterval> whole = new HashSet<>(set.intervals());
            Set<PortInterval> written = new HashSet<>();
            Map<String, Set<PortInterval>> usable = new HashMap<>();
            for (PortInterval interval : set.intervals()) {
                if (!written.contains(interval)) {
                    String name = nameOf(interval, transport);
                    Set<PortInterval> own = name == null
                            ? Set.of()
                            : usable.computeIfAbsent(name, any -> intervalsWithin(whole, any, transport));
                    boolean isNamed = own.contains(interval);
                    tokens.add((isNamed ? name : interval) + "/" + transport.keyword());
                    written.addAll(isNamed ? own : Set.of(interval));
                }
            }
        });
        return String.join(" ", tokens);
    }

    /** Returns the canonical name of an interval's first port, if a specification can have it. */
    private @Nullable String nameOf(PortInterval interval, TransportProtocol transport) {
        return rows.findCanonical(interval.first(), transport)
                .map(PortAssignment::serviceName)
                .filter(name -> SpecTokens.isName(name) && rows.definitions().find(name) == null)
                .orElse(null);
    }

    /** Returns the intervals of a name if all of them are among the given ones; none otherwise. */
    private Set<PortInterval> intervalsWithin(Set<PortInterval> whole, String name, TransportProtocol transport) {
        List<PortInterval> own = rows.portsOf(name, transport).intervals();
        return whole.containsAll(own) ? new HashSet<>(own) : Set.of();
    }
}
