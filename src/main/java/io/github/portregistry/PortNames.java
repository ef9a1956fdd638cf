package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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
 * names.names(80, TCP);                                             // [http]
 * names.exactServices(PortSet.of(80), TCP);                         // [http, www, www-http]
 * names.coveredServices(PortSet.parse("6000-6064"), TCP);           // [x11, ndl-ahp-svc]
 * names.specification(PortsByTransport.parse("tcp 22,80-90"));      // "ssh/tcp 80-90/tcp"
 * }</pre>
 */
public final class PortNames {

    /**
     * The most services that the label of a port lists; the rest are counted. No port of IANA's has more than three.
     */
    private static final int MAX_NAMES = 8;

    /** The maximum length of the names in a label, so that it has 128 characters with the number of those left out. */
    private static final int MAX_JOINED = 108;

    /** The most services that the label of an interval lists; if there are more, all are counted instead. */
    private static final int MAX_LABELLED = 3;

    private final RegistryRows rows;

    PortNames(RegistryRows rows) {
        this.rows = rows;
    }

    /**
     * Returns the service names of a port. If one of them is canonical, it is the only one; otherwise all names are
     * returned, your own (site-local) ones first. Rows without a name and rows shadowed by an overlay are ignored.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the names, each once, in file order; unmodifiable, empty if there are none
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public List<String> names(int port, TransportProtocol transport) {
        return rows(port, requireNonNull(transport, "transport")).stream()
                .filter(row -> !row.serviceName().isEmpty() && !rows.isShadowed(row))
                .map(PortAssignment::serviceName)
                .distinct()
                .toList();
    }

    /** Returns the canonical row of a port if there is one, otherwise all rows, site-local ones first. */
    private List<PortAssignment> rows(int port, TransportProtocol transport) {
        Optional<PortAssignment> canonical = rows.findCanonical(port, transport);
        if (canonical.isPresent()) {
            return List.of(canonical.get());
        }
        List<PortAssignment> siteLocalFirst = new ArrayList<>(rows.ports().assigned(port, transport));
        if (siteLocalFirst.size() > 1) {
            siteLocalFirst.sort(Comparator.comparing(row -> !rows.isSiteLocal(row)));
        }
        return siteLocalFirst;
    }

    /**
     * Returns a label of a port for the comment of a rule: the port and transport, then the service, or the reason why
     * there is none. Examples: {@code 443/tcp https}, {@code 465/tcp urd, submissions}, {@code 24/tcp (unnamed: any
     * private mail system)}, {@code 26/tcp (unassigned)}, {@code 50000/udp (dynamic)}, and {@code 22/tcp (shadowed:
     * ssh)} if an overlay has {@code ssh} elsewhere. If there is a canonical name, the others are omitted; your own
     * services come first. If your service shares a port with IANA's, yours is the canonical one.
     *
     * <p>Names and descriptions are copied from the file and shortened if they are long. They may contain quotes,
     * backslashes and other printable characters: escape what is special in your target format.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the label, one line of at most 128 printable characters
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public String label(int port, TransportProtocol transport) {
        List<PortAssignment> registered = rows(port, requireNonNull(transport, "transport"));
        String begin = port + "/" + transport.keyword() + " ";
        if (registered.isEmpty()) {
            return begin + "(" + state(port, transport) + ")";
        }
        StringJoiner names = new StringJoiner(", ", begin, "");
        int shown = 0;
        while (shown < Math.min(registered.size(), MAX_NAMES)
                && (shown == 0 || hasRoom(names, name(registered.get(shown))))) {
            names.add(name(registered.get(shown++)));
        }
        return names + (shown < registered.size() ? " and " + (registered.size() - shown) + " more" : "");
    }

    private static boolean hasRoom(StringJoiner names, String name) {
        return names.length() + name.length() <= MAX_JOINED;
    }

    private String name(PortAssignment row) {
        String name = Texts.brief(row.serviceName());
        if (name.isEmpty()) {
            return "(unnamed: " + Texts.brief(row.description()) + ")";
        }
        return rows.isShadowed(row) ? "(shadowed: " + name + ")" : name;
    }

    private String state(int port, TransportProtocol transport) {
        AssignmentStatus status = rows.ports().status(port, transport);
        boolean isDynamic = status == AssignmentStatus.UNLISTED && PortRange.of(port) == PortRange.DYNAMIC;
        return isDynamic ? "dynamic" : status.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns a label of an interval for the comment of a rule, such as {@code 6000-6063/tcp x11} or {@code 20-21/tcp
     * ftp-data, ftp}. More than three services are counted: {@code 1024-1100/tcp (76 services)}. The label of an
     * interval of one port is {@linkplain #label(int, TransportProtocol) that of the port}.
     *
     * @param interval the interval
     * @param transport the transport protocol
     * @return the label, one line of at most 128 printable characters
     */
    public String label(PortInterval interval, TransportProtocol transport) {
        requireNonNull(transport, "transport");
        if (requireNonNull(interval, "interval").size() == 1) {
            return label(interval.first(), transport);
        }
        List<PortAssignment> registered = rows.ports().assigned(PortSet.of(interval), transport);
        Set<String> foldedNames = registered.stream()
                .map(row -> ServiceNames.folded(row.serviceName()))
                .collect(Collectors.toSet());
        List<String> names = registered.stream()
                .filter(row -> !isAliasOfOne(row, foldedNames))
                .sorted(Comparator.comparing(row -> !rows.isSiteLocal(row)))
                .map(this::name)
                .distinct()
                .toList();
        String begin = interval + "/" + transport.keyword() + " ";
        if (names.isEmpty()) {
            return begin + "(no service)";
        }
        String joined = begin + String.join(", ", names);
        boolean isCounted = names.size() > MAX_LABELLED || joined.length() > MAX_JOINED;
        return isCounted ? begin + "(" + Texts.counted(names.size(), "service") + ")" : joined;
    }

    private static boolean isAliasOfOne(PortAssignment row, Set<String> foldedNames) {
        String target = row.aliasOf();
        return target != null && foldedNames.contains(ServiceNames.folded(target));
    }

    /**
     * Returns the services whose ports over a transport are exactly those of a set.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the service names, each once, as written in its first row, in the order of these rows; unmodifiable,
     *     empty if there are none
     */
    public List<String> exactServices(PortSet ports, TransportProtocol transport) {
        return services(requireNonNull(ports, "ports"), transport, ports::equals);
    }

    /**
     * Returns the services whose ports over a transport are all in a set: the services that a rule for these ports
     * opens completely. For all services that it affects, see {@link PortRegistry#findByPorts(PortSet,
     * TransportProtocol)}.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the service names, each once, in the order of their first rows; unmodifiable, empty if there are none
     */
    public List<String> coveredServices(PortSet ports, TransportProtocol transport) {
        return services(requireNonNull(ports, "ports"), transport, ports::containsAll);
    }

    /** Looks only at the rows that have any of the ports, so a small set takes little time. */
    private List<String> services(PortSet ports, TransportProtocol transport, Predicate<PortSet> condition) {
        Set<String> names = new LinkedHashSet<>();
        for (PortAssignment row : rows.ports().assigned(ports, requireNonNull(transport, "transport"))) {
            String name = row.serviceName();
            if (!name.isEmpty() && !rows.isShadowed(row) && condition.test(rows.portsOf(name, transport))) {
                names.add(rows.findByName(name).get(0).serviceName());
            }
        }
        return List.copyOf(names);
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
            for (PortInterval interval : set.intervals()) {
                if (!written.contains(interval)) {
                    String name = nameFor(interval, transport, whole);
                    tokens.add((name == null ? interval : name) + "/" + transport.keyword());
                    written.addAll(
                            name == null
                                    ? List.of(interval)
                                    : rows.portsOf(name, transport).intervals());
                }
            }
        });
        return String.join(" ", tokens);
    }

    /**
     * Returns the name whose ports are an interval, possibly with other intervals of the set, or null if there is none.
     */
    private @Nullable String nameFor(PortInterval interval, TransportProtocol transport, Set<PortInterval> whole) {
        return rows.findCanonical(interval.first(), transport)
                .map(PortAssignment::serviceName)
                .filter(name -> SpecTokens.isName(name) && rows.definitions().find(name) == null)
                .filter(name -> {
                    List<PortInterval> own = rows.portsOf(name, transport).intervals();
                    return own.contains(interval) && whole.containsAll(own);
                })
                .orElse(null);
    }
}
