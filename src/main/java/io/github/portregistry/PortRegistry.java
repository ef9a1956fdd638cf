package io.github.portregistry;

import static io.github.portregistry.IanaCsvFile.NO_LINES;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An edition of IANA's Service Name and Transport Protocol Port Number Registry, with look-ups by port and service
 * name.
 *
 * <p>An assignment is a convention, not an observation (RFC 7605): it does not say what listens on a port of a machine,
 * which you can ask {@code ss}, {@code lsof} or {@code netstat}. For what the registry does not list, the answer is an
 * empty list or {@link AssignmentStatus#UNLISTED}. If several services share a port, the answer is all of them.
 *
 * <p>This class is immutable and thread-safe. Every list is unmodifiable and in file order. Registries are equal if
 * they give the same answers: they have the same rows, overlays and definitions. They cannot be serialized, but their
 * rows can. A registry {@linkplain #of(Collection) of} all {@link #assignments()} no longer knows which of them are from an
 * overlay, what they shadow, or any definition.
 *
 * <pre>{@code
 * PortRegistry registry = PortRegistry.bundled();
 * registry.findByPort(1326, TCP);                           // [wimsic 1326/tcp]
 * registry.findByName("HTTP-ALT", TCP);                     // [http-alt 591/tcp, http-alt 8008/tcp, http-alt 8080/tcp]
 * registry.status(26, TCP);                                 // UNASSIGNED
 * registry.query().reference("RFC9110").serviceNames();     // [http, www, https]
 * }</pre>
 */
@CheckReturnValue
public final class PortRegistry {

    private static volatile @Nullable PortRegistry bundled;

    private final RegistryRows rows;
    /** The hash code, or 0 if it is not computed yet. */
    private int hashCode;

    private PortRegistry(RegistryRows rows) {
        this.rows = rows;
    }

    PortRegistry(Snapshot snapshot, RegistryRows.Names names) {
        this(new RegistryRows(snapshot.edition(), snapshot.rows(), snapshot.ports(), names));
    }

    /**
     * Returns the edition in the jar. It is loaded once, on the first call.
     *
     * <p>Its {@link #edition()} says of when it is. If {@link Edition#peopleAsOf()} is not null, people, dates, notes,
     * references and services without a port are those of an older edition, and blank or missing where IANA has added or
     * changed them since. A blank one then says nothing. To audit who registered what and when, {@linkplain #parse(Path)
     * parse} IANA's current file.
     *
     * @return the bundled registry, always the same instance
     * @throws IllegalStateException if the resource is missing from the jar or damaged
     */
    @CheckReturnValue.CanIgnoreReturnValue // to load it early
    public static PortRegistry bundled() {
        PortRegistry loaded = bundled;
        return loaded != null ? loaded : load();
    }

    private static synchronized PortRegistry load() {
        PortRegistry loaded = bundled;
        if (loaded == null) {
            Snapshot snapshot = SnapshotLoader.load();
            bundled = loaded = new PortRegistry(snapshot, new SnapshotLoader.Names(snapshot.rows()));
        }
        return loaded;
    }

    /**
     * Reads IANA's {@code service-names-port-numbers.csv} strictly. See {@link IanaCsvParser} for what is accepted, and
     * for a lenient parser.
     *
     * @param csv the file, in UTF-8
     * @return a registry of all rows
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not valid
     */
    public static PortRegistry parse(Path csv) throws IOException {
        return ofFile(IanaCsvFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict(), NO_LINES));
    }

    /**
     * Reads the bytes of IANA's {@code service-names-port-numbers.csv} strictly. The stream is not closed.
     *
     * @param csv the bytes of the file, in UTF-8
     * @return a registry of all rows
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not valid
     */
    public static PortRegistry parse(InputStream csv) throws IOException {
        return ofFile(IanaCsvFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict(), NO_LINES));
    }

    /**
     * Reads the text of IANA's {@code service-names-port-numbers.csv} strictly. The reader is not closed.
     *
     * @param csv the text of the file
     * @return a registry of all rows
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not valid
     */
    public static PortRegistry parse(Reader csv) throws IOException {
        return ofFile(IanaCsvFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict(), NO_LINES));
    }

    /**
     * Reads an update of a registry strictly, and refuses a file that may be cut off or older, which {@link
     * #parse(Path)} cannot know. Use this after a download.
     *
     * @param csv the file, in UTF-8
     * @param earlier the edition that the file is to replace, such as yesterday's or {@link #bundled()}; its overlays do
     *     not count
     * @return a registry of all rows; equal to the earlier one if the file has not changed
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not valid; if its last line does not end in
     *     a line feed; if its newest date is before {@link Edition#asOf()} of the earlier edition; if it lacks the last
     *     row of the earlier edition, by service name, ports and transport; or if it has over 200 rows fewer. The message
     *     names the file and says which
     */
    public static PortRegistry parseUpdate(Path csv, PortRegistry earlier) throws IOException {
        IanaCsvFile file = IanaCsvFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict(), NO_LINES);
        PortRegistry update = ofFile(file);
        UpdateCheck.check(
                csv,
                file,
                update.edition(),
                requireNonNull(earlier, "earlier").rows.iana(),
                earlier.edition());
        return update;
    }

    static PortRegistry ofFile(IanaCsvFile file) {
        Edition edition = file.edition();
        if (edition.bundled()) { // the file does not say of when its people are
            Edition known = bundled().edition();
            edition = new Edition(
                    known.rows(),
                    known.newestDate(),
                    known.asOf(),
                    known.peopleAsOf(),
                    known.sha256(),
                    edition.fileName());
        }
        try {
            return new PortRegistry(RegistryRows.of(edition, file.rows()));
        } catch (IllegalArgumentException e) {
            throw new PortRegistryParseException(0, "not a registry: " + e.getMessage());
        }
    }

    /**
     * Returns a registry of the given assignments.
     *
     * @param assignments the rows, possibly none; duplicates are kept
     * @return a registry of these rows, in the order of the collection
     * @throws IllegalArgumentException if the intervals overlap too often: more than 100,000 times plus 16 times for
     *     each row
     */
    public static PortRegistry of(Collection<PortAssignment> assignments) {
        List<PortAssignment> rows = checkedCopy(assignments);
        return new PortRegistry(RegistryRows.of(Edition.of(rows, null, null), rows));
    }

    private static List<PortAssignment> checkedCopy(Collection<PortAssignment> assignments) {
        List<PortAssignment> rows = new ArrayList<>(requireNonNull(assignments, "assignments"));
        rows.forEach(row -> requireNonNull(row, "assignment"));
        return Collections.unmodifiableList(rows);
    }

    /**
     * Returns the edition of this registry. {@link #equals(Object)} ignores it, and an overlay does not change it.
     *
     * @return the number of rows, the dates, the SHA-256 and the source
     */
    public Edition edition() {
        return rows.edition();
    }

    /**
     * Returns all rows: assigned, reserved and unassigned, with and without a port.
     *
     * @return all rows in file order, duplicates included; unmodifiable
     */
    public List<PortAssignment> assignments() {
        return rows.all();
    }

    /**
     * Returns the assignments of a port over any transport.
     *
     * @param port the port number, 0 to 65535
     * @return the assigned rows whose port or interval contains it, in file order; unmodifiable, empty if there are
     *     none
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public List<PortAssignment> findByPort(int port) {
        return rows.ports().assigned(port);
    }

    /**
     * Returns the assignments of a port over one transport.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the assigned rows whose port or interval contains the port, and whose transport is the given one or
     *     absent, which means every transport; in file order, unmodifiable, empty if there are none
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public List<PortAssignment> findByPort(int port, TransportProtocol transport) {
        return rows.ports().assigned(port, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the assignments of any port in a set over one transport. For the names of the services that a rule for
     * these ports opens wholly or in part, see {@link PortNames#coveredServices(PortSet, TransportProtocol)} and {@link
     * PortNames#affectedServices(PortSet, TransportProtocol)}.
     *
     * @param ports the ports
     * @param transport the transport protocol
     * @return the assigned rows that have at least one of the ports, and whose transport is the given one or absent;
     *     each once, in file order, unmodifiable, empty if there are none
     */
    public List<PortAssignment> findByPorts(PortSet ports, TransportProtocol transport) {
        return rows.ports().assigned(requireNonNull(ports, "ports"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the assignments of a service name, including those without a port.
     *
     * @param serviceName the service name, case-insensitive
     * @return the rows of that name in file order; unmodifiable, empty if there are none
     */
    public List<PortAssignment> findByName(String serviceName) {
        return rows.findByName(requireNonNull(serviceName, "serviceName"));
    }

    /**
     * Returns the assignments of a service name over one transport, including those without a port.
     *
     * @param serviceName the service name, case-insensitive
     * @param transport the transport protocol
     * @return the rows of that name whose transport is the given one or absent, in file order; unmodifiable, empty if
     *     there are none
     */
    public List<PortAssignment> findByName(String serviceName, TransportProtocol transport) {
        return rows.findByName(requireNonNull(serviceName, "serviceName"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the canonical assignment of a port and transport: the only row whose notes do not say that it is an
     * alias. For 80/tcp this is {@code http}. 465/tcp has none, since both {@code urd} and {@code submissions} are
     * registered for it. If an overlay has the port, only your own rows count. Rows shadowed by an overlay are ignored.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the canonical assignment, or empty if there is none or more than one candidate
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public Optional<PortAssignment> findCanonical(int port, TransportProtocol transport) {
        return rows.findCanonical(port, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the aliases of an assignment. For {@code http} on 80/tcp, these are {@code www} and {@code www-http}.
     *
     * @param assignment an assignment, whether from this registry or not
     * @return the rows of the same ports and transport whose notes name it, in file order; unmodifiable, empty if there
     *     are none
     */
    public List<PortAssignment> findAliases(PortAssignment assignment) {
        return rows.findAliases(requireNonNull(assignment, "assignment"));
    }

    /**
     * Returns the state of a port over a transport. Where rows overlap, assigned takes precedence over reserved, and
     * reserved over unassigned. Rows without a transport count for every transport.
     *
     * @param port the port number, 0 to 65535
     * @param transport the transport protocol
     * @return the state; {@link AssignmentStatus#UNLISTED} if no row covers the port
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public AssignmentStatus status(int port, TransportProtocol transport) {
        return rows.ports().status(port, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the ports that have a given state over a transport. Use this to find free ports: intersect the unassigned
     * ports of each transport that you need, and call {@link PortSet#intervalsLargestFirst()} to get the largest blocks.
     *
     * @param status the state
     * @param transport the transport protocol
     * @return the ports for which {@link #status(int, TransportProtocol)} returns that state
     */
    public PortSet ports(AssignmentStatus status, TransportProtocol transport) {
        return rows.ports().ports(EnumSet.of(requireNonNull(status, "status")), requireNonNull(transport, "transport"));
    }

    /**
     * Resolves a specification in which each token names its transport, unless it can have only one.
     *
     * <p>This is the grammar. A {@code name} is a registered service name or a {@linkplain #withDefinition definition},
     * case-insensitive; a {@code port} is a port number without leading zeros; a {@code transport} is {@code tcp},
     * {@code udp}, {@code sctp} or {@code dccp}:
     *
     * <pre>
     * specification = blanks? token (separator token)* blanks?
     * separator     = blanks | blanks? "," blanks?
     * token         = (name | port | port "-" port) ("/" transport)?
     * </pre>
     *
     * <p>A token of digits and hyphens is always a number or an interval, never a name. Any other token is split at its
     * last slash if a transport follows and the rest is a number or a name ({@code https/tcp}). Otherwise the whole
     * token is a name ({@code 914c/g}, or with its transport {@code 914c/g/tcp}). A name means all its ports over the
     * transport. Rows without a port and rows shadowed by an overlay are ignored. Nothing is guessed: a token that is
     * unknown, ambiguous, contradictory, reversed, out of range or empty is an error.
     *
     * <p>IANA used to register a service for both tcp and udp, whichever it runs over. Opening everything that a name
     * is registered for would open ports that nobody asked for. So this method refuses a name without a transport,
     * unless the name is registered for only one. The other three methods define what such a token means.
     *
     * <pre>{@code
     * registry.resolve("submissions, domain/udp, 8080/tcp");      // tcp 465,8080; udp 53
     * }</pre>
     *
     * @param spec the specification
     * @return the ports by transport, at least one
     * @throws PortSpecException if the text does not match the grammar; if a name is unknown, has no port or is not
     *     registered for the transport; if a token needs a transport and has none; or if the names, each time that they
     *     are written, have more than 1,000,000 rows or intervals. It lists every faulty token, and says what to write
     *     instead
     */
    public PortsByTransport resolve(String spec) {
        return SpecResolver.resolve(rows, requireNonNull(spec, "spec"));
    }

    /**
     * Resolves a specification over one transport and no other.
     *
     * <pre>{@code
     * registry.resolve("22,80,http-alt,6000-6063", TCP);      // 22,80,591,6000-6063,8008,8080
     * }</pre>
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transport the transport of every token; a token or a definition with another one is an error
     * @return the ports, at least one
     * @throws PortSpecException as {@link #resolve(String)} does
     */
    public PortSet resolve(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolveWithin(rows, spec, Set.of(requireNonNull(transport, "transport")))
                .ports(transport);
    }

    /**
     * Resolves a specification over some transports and no others. A number or an interval means all of them; a name
     * means those that it is registered for.
     *
     * <pre>{@code
     * registry.resolve("ssh, https, 5000", Set.of(TCP, UDP));      // tcp 22,443,5000; udp 22,443,5000
     * }</pre>
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transports the allowed transports; a token or a definition with another one is an error, as is a name that
     *     is registered for none of them
     * @return the ports by transport, at least one, only over these transports
     * @throws PortSpecException as {@link #resolve(String)} does
     * @throws IllegalArgumentException if {@code transports} is empty
     */
    public PortsByTransport resolve(String spec, Set<TransportProtocol> transports) {
        requireNonNull(spec, "spec");
        requireNonNull(transports, "transports").forEach(transport -> requireNonNull(transport, "transport"));
        if (transports.isEmpty()) {
            throw new IllegalArgumentException("transports must not be empty");
        }
        return SpecResolver.resolveWithin(rows, spec, Set.copyOf(transports));
    }

    /**
     * Resolves a specification in which a token without a transport means the given one. Kubernetes, Docker and cloud
     * firewall rules read a port without a protocol in this way.
     *
     * <pre>{@code
     * registry.resolveWithDefault("https, domain/udp, 8080", TCP);      // tcp 443,8080; udp 53
     * }</pre>
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transport the transport of tokens that name none; such a name is an error if it is not registered for this
     *     transport
     * @return the ports by transport, at least one
     * @throws PortSpecException as {@link #resolve(String)} does
     */
    public PortsByTransport resolveWithDefault(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolveWithDefault(rows, spec, requireNonNull(transport, "transport"));
    }

    /**
     * Resolves a specification to a single port over one transport.
     *
     * @param spec the specification, as for {@link #resolve(String, TransportProtocol)}
     * @param transport the transport protocol
     * @return port number, 0 to 65535
     * @throws PortSpecException as {@link #resolve(String)} does, and if the specification means several ports; the
     *     message lists them
     */
    public int resolvePort(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolvePort(rows, spec, requireNonNull(transport, "transport"));
    }

    /**
     * Returns a copy of this registry with a definition: your own name for a set of ports, which you can use in
     * specifications. Look-ups, labels, queries and written files ignore definitions.
     *
     * <pre>{@code
     * registry.withDefinition("WEB", "http/tcp, https/tcp")
     *         .withDefinition("OFFICE", "WEB, ssh/tcp")
     *         .resolve("OFFICE");      // tcp 22,80,443
     * }</pre>
     *
     * <p>You can narrow a name of the registry (define {@code HTTP} as {@code 80/tcp} to keep udp and sctp closed), or
     * give ports to a name that has none ({@code RDP} as {@code 3389/tcp}). You cannot define a name of the registry as
     * ports that the registry does not have for it ({@code FTP} as {@code 20-21/tcp}), since readers would expect the
     * registry's ports.
     *
     * @param name a letter, then up to 62 letters, digits, hyphens, underscores and dots; case-insensitive; it must not
     *     be a transport's or already defined
     * @param spec the specification of its ports, as for {@link #resolve(String)}; it is resolved immediately
     * @return a registry with this definition added
     * @throws IllegalArgumentException if the name is not allowed, or all definitions together have more than 1,000,000
     *     intervals; a {@link PortSpecException} if the specification is not valid
     */
    public PortRegistry withDefinition(String name, String spec) {
        requireNonNull(name, "name");
        return new PortRegistry(rows.with(DefinitionCheck.define(name, requireNonNull(spec, "spec"), rows)));
    }

    /**
     * Returns the definitions of this registry.
     *
     * @return the ports of each name, in the order of definition; unmodifiable
     */
    public Map<String, PortsByTransport> definitions() {
        return rows.definitions().asMap();
    }

    /**
     * Returns a copy of this registry with your own (site-local) services, which all methods then find along with
     * IANA's. Names and ports that are already taken are refused; to allow them, pass an {@link OverlayPolicy}.
     *
     * @param assignments your own services, possibly none
     * @return a registry of all rows of this one, followed by the given ones
     * @throws OverlayException as {@link #withOverlay(Collection, OverlayPolicy)} does
     */
    public PortRegistry withOverlay(Collection<PortAssignment> assignments) {
        return withOverlay(assignments, OverlayPolicy.MUST_NOT_OVERLAP);
    }

    /**
     * Returns a copy of this registry with your own (site-local) services, which all methods then find along with
     * IANA's. The registry records which rows are from an overlay; the rows themselves do not. A registry
     * {@linkplain #of(Collection) of} these rows, or one that is read from a written file, has no overlay.
     *
     * @param assignments your own services, possibly none; a name has 1 to 63 letters, digits, hyphens, underscores and
     *     dots
     * @param policy which names and ports they may share with the registry
     * @return a registry of all rows of this one, followed by the given ones
     * @throws OverlayException if a name is not valid or is that of a transport or a definition, if an assignment already
     *     exists, or if the policy forbids a name or port; it lists all faults
     * @throws IllegalArgumentException if the intervals of all rows overlap too often
     */
    public PortRegistry withOverlay(Collection<PortAssignment> assignments, OverlayPolicy policy) {
        List<PortAssignment> added = checkedCopy(assignments);
        OverlayCheck.check(rows, requireNonNull(policy, "policy"), added);
        return new PortRegistry(rows.with(added));
    }

    /**
     * Returns a copy of this registry with the services of a file in IANA's layout. The first four columns are enough,
     * and the file may have a header and no rows.
     *
     * @param csv the file, in UTF-8
     * @param policy which names and ports the services may share with the registry
     * @return a registry of all rows of this one, followed by the file's
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not in IANA's layout, or has more than 10,000 faulty fields; the message
     *     names the file and the line
     * @throws OverlayException if a field is not valid, or as {@link #withOverlay(Collection, OverlayPolicy)} does; the
     *     message names the file and the lines
     */
    public PortRegistry withOverlay(Path csv, OverlayPolicy policy) throws IOException {
        requireNonNull(csv, "csv");
        return new PortRegistry(rows.with(OverlayCheck.read(csv, rows, requireNonNull(policy, "policy"))));
    }

    /**
     * Returns a copy of this registry with the services of a file, as {@link #withOverlay(Path, OverlayPolicy)} does.
     * Names and ports that are already taken are refused.
     *
     * @param csv the file, in UTF-8
     * @return a registry of all rows of this one, followed by the file's
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException as {@link #withOverlay(Path, OverlayPolicy)} does
     * @throws OverlayException as {@link #withOverlay(Path, OverlayPolicy)} does
     */
    public PortRegistry withOverlay(Path csv) throws IOException {
        return withOverlay(csv, OverlayPolicy.MUST_NOT_OVERLAP);
    }

    /**
     * Returns your own services, from all overlays. {@link IanaCsvWriter} writes them to a file.
     *
     * @return the rows in the order in which they were added; unmodifiable, empty if there are none
     */
    public List<PortAssignment> overlay() {
        return rows.overlays().rows();
    }

    /**
     * Returns whether an assignment is one of your own services, from an overlay.
     *
     * @param assignment an assignment, whether from this registry or not
     * @return true if an overlay of this registry contains it
     */
    public boolean isSiteLocal(PortAssignment assignment) {
        return rows.isSiteLocal(requireNonNull(assignment, "assignment"));
    }

    /**
     * Returns the names of this registry's ports, for labels and reviews of rules.
     *
     * @return the look-ups from ports to names
     */
    public PortNames names() {
        return new PortNames(rows);
    }

    /**
     * Returns a query over all rows, which you narrow step by step.
     *
     * @return a query that matches every row
     */
    public PortQuery query() {
        return new PortQuery(rows);
    }

    RegistryRows rows() {
        return rows;
    }

    /**
     * Returns whether another object is a registry that gives the same answers.
     *
     * @param other the other object
     * @return true if it is a registry with the same rows and overlays in the same order, and the same definitions,
     *     whatever their order and their editions are
     */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PortRegistry registry && rows.isEqualTo(registry.rows);
    }

    @Override
    public int hashCode() {
        int hash = hashCode;
        if (hash == 0) {
            hashCode = hash = assignments().hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        return "PortRegistry of " + assignments().size() + " assignments";
    }
}
