package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What IANA's Service Name and Transport Protocol Port Number Registry says: an edition of it, with look-ups.
 *
 * <p>An answer is an assignment, which is a convention and not an observation: what listens on a port of some machine
 * is for {@code ss}, {@code lsof} or {@code netstat} to say (RFC 7605). What the registry does not know is an empty list
 * or {@link AssignmentStatus#UNLISTED}; where several services have the same port, all of them are the answer.
 *
 * <p>Immutable and thread-safe. Every list is in file order and unmodifiable. Registries are equal if they have the
 * same assignments in the same order, whether from overlays or not. They travel by Java's serialization, which checks
 * what arrives; Kryo passes over that and loses the rows. An {@link java.io.ObjectInputFilter} for a stream of registries,
 * sets and assignments has to allow {@code io.github.portregistry.*} and {@code java.lang.*}, for lists {@code java.util.*}
 * as well; {@code maxarray} should bound what a stream says of its own length.
 *
 * <pre>{@code
 * PortRegistry registry = PortRegistry.bundled();
 * registry.findByPort(1326, TCP);                           // [wimsic 1326/tcp]
 * registry.findByName("HTTP-ALT", TCP);                     // [http-alt 591/tcp, http-alt 8008/tcp, http-alt 8080/tcp]
 * registry.status(26, TCP);                                 // UNASSIGNED
 * registry.query().reference("RFC9110").serviceNames();     // [http, www, https]
 * }</pre>
 */
public final class PortRegistry implements Serializable {

    private static final long serialVersionUID = 1L;

    private static volatile @Nullable PortRegistry bundled;

    private final transient RegistryRows rows;
    private final transient Edition edition;

    private PortRegistry(RegistryRows rows, Edition edition) {
        this.rows = rows;
        this.edition = edition;
    }

    PortRegistry(Snapshot snapshot, Supplier<NameIndex> names) {
        this(new RegistryRows(snapshot.rows(), snapshot.ports(), names), snapshot.edition());
    }

    /**
     * Returns the edition that is in the jar. It is loaded when first asked for, once.
     *
     * <p>Which service is assigned to which port and transport, aliases included, is as of September 2026. Assignee,
     * contact and dates are those of July 2015, and blank where IANA has changed or added them since, so a blank one says
     * nothing; services without a port are of 2015; of the notes only those are kept that name an alias. For an audit of
     * who registered what and when, {@linkplain #parse(Path) parse} IANA's current file.
     *
     * @return the bundled registry, always the same
     * @throws IllegalStateException if the resource is missing in the jar, or damaged
     */
    public static PortRegistry bundled() {
        PortRegistry loaded = bundled;
        return loaded != null ? loaded : load();
    }

    private static synchronized PortRegistry load() {
        PortRegistry loaded = bundled;
        if (loaded == null) {
            Snapshot snapshot = BundledEdition.load();
            bundled = loaded = new PortRegistry(snapshot, new BundledEdition.Names(snapshot.rows()));
        }
        return loaded;
    }

    /**
     * Reads IANA's {@code service-names-port-numbers.csv}, strictly. See {@link IanaCsvParser} for what it accepts, and
     * for a lenient way.
     *
     * @param csv the file, in UTF-8
     * @return the registry of all its rows
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not IANA's
     */
    public static PortRegistry parse(Path csv) throws IOException {
        return ofFile(RegistryFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict()));
    }

    /**
     * Reads the bytes of IANA's {@code service-names-port-numbers.csv}, strictly, and leaves the stream open.
     *
     * @param csv the bytes of the file, UTF-8
     * @return the registry of all its rows
     * @throws IOException if the stream cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not IANA's
     */
    public static PortRegistry parse(InputStream csv) throws IOException {
        return ofFile(RegistryFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict()));
    }

    /**
     * Reads the text of IANA's {@code service-names-port-numbers.csv}, strictly, and leaves the reader open.
     *
     * @param csv the text of the file
     * @return the registry of all its rows
     * @throws IOException if the reader cannot be read
     * @throws PortRegistryParseException if it is not a registry, or a row is not IANA's
     */
    public static PortRegistry parse(Reader csv) throws IOException {
        return ofFile(RegistryFile.read(requireNonNull(csv, "csv"), IanaCsvParser.strict()));
    }

    static PortRegistry ofFile(RegistryFile file) {
        try {
            return new PortRegistry(RegistryRows.of(file.rows()), file.edition());
        } catch (IllegalArgumentException e) {
            throw new PortRegistryParseException(0, "not a registry, " + e.getMessage());
        }
    }

    /**
     * Returns the registry of given assignments.
     *
     * @param assignments rows, possibly none; repeated ones are kept
     * @return the registry of these rows, in the collection's order
     * @throws IllegalArgumentException if their intervals overlap beyond reason: more than 100,000 times, and 16 times for
     *     each row
     */
    public static PortRegistry of(Collection<PortAssignment> assignments) {
        List<PortAssignment> rows = checkedCopy(assignments);
        return new PortRegistry(RegistryRows.of(rows), Edition.of(rows));
    }

    private static List<PortAssignment> checkedCopy(Collection<PortAssignment> assignments) {
        List<PortAssignment> rows = new ArrayList<>(requireNonNull(assignments, "assignments"));
        rows.forEach(row -> requireNonNull(row, "assignment"));
        return Collections.unmodifiableList(rows);
    }

    /**
     * Returns which edition this is. It takes no part in {@link #equals(Object)}, and an overlay does not change it.
     *
     * @return number of rows, newest date, SHA-256 and where it is from
     */
    public Edition edition() {
        return edition;
    }

    /**
     * Checks that this is a whole registry: a download that was cut where a row ends is well-formed.
     *
     * @param least how many rows are wanted at least, such as those of yesterday's edition or of
     *     {@link #bundled()}, less a few hundred
     * @return this registry
     * @throws PortRegistryParseException if it has fewer rows
     */
    public PortRegistry requireRows(int least) {
        if (assignments().size() < least) {
            throw new PortRegistryParseException(
                    0,
                    "not the whole registry, " + assignments().size() + " rows, where at least " + least
                            + " are wanted");
        }
        return this;
    }

    /**
     * Returns every row: assigned, reserved and unassigned, with a port and without.
     *
     * @return all rows, file order, duplicates included, unmodifiable
     */
    public List<PortAssignment> assignments() {
        return rows.all();
    }

    /**
     * Returns the assignments that are registered for a port over any transport.
     *
     * @param port port number, 0 to 65535
     * @return the assigned rows whose port or interval holds it, file order, unmodifiable, empty if there is none
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public List<PortAssignment> findByPort(int port) {
        return rows.ports().assigned(port);
    }

    /**
     * Returns the assignments that are registered for a port over one transport.
     *
     * @param port port number, 0 to 65535
     * @param transport transport protocol
     * @return the assigned rows whose port or interval holds the port and whose transport is the given one or none,
     *     which stands for every transport; file order, unmodifiable, empty if there is none
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public List<PortAssignment> findByPort(int port, TransportProtocol transport) {
        return rows.ports().assigned(port, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the assignments that are registered for any of some ports over one transport: the services that a rule for
     * these ports touches. For those that it opens wholly see {@link PortNames#coveredServices(PortSet,
     * TransportProtocol)}.
     *
     * @param ports the ports
     * @param transport transport protocol
     * @return the assigned rows that have any of the ports and whose transport is the given one or none; file order, each
     *     once, unmodifiable, empty if there is none
     */
    public List<PortAssignment> findByPorts(PortSet ports, TransportProtocol transport) {
        return rows.ports().assigned(requireNonNull(ports, "ports"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the assignments of a service name, those without a port included.
     *
     * @param serviceName service name in any letter case
     * @return the rows of that name, file order, unmodifiable, empty if there is none
     */
    public List<PortAssignment> findByName(String serviceName) {
        return rows.findByName(requireNonNull(serviceName, "serviceName"));
    }

    /**
     * Returns the assignments of a service name over one transport, those without a port included.
     *
     * @param serviceName service name in any letter case
     * @param transport transport protocol
     * @return the rows of that name whose transport is the given one or none; file order, unmodifiable, empty if there
     *     is none
     */
    public List<PortAssignment> findByName(String serviceName, TransportProtocol transport) {
        return rows.findByName(requireNonNull(serviceName, "serviceName"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the assignment that a port's other names are aliases of, where IANA's rows decide that there is one: the
     * only row of the port and transport that is not stated to be an alias. 80/tcp is {@code http}; 465/tcp, where both
     * {@code urd} and {@code submissions} are registered, has none. Where an overlay has the port, your own rows alone
     * decide; rows shadowed by an overlay are ignored.
     *
     * @param port port number, 0 to 65535
     * @param transport transport protocol
     * @return the canonical assignment, or empty if none or several are left
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public Optional<PortAssignment> findCanonical(int port, TransportProtocol transport) {
        return rows.findCanonical(port, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the assignments that are stated to be aliases of one: {@code www} and {@code www-http} are those of
     * {@code http} on 80/tcp.
     *
     * @param assignment an assignment, of this registry or not
     * @return the rows of the same ports and transport whose notes name it, file order, unmodifiable, empty if none
     */
    public List<PortAssignment> findAliases(PortAssignment assignment) {
        return rows.findAliases(requireNonNull(assignment, "assignment"));
    }

    /**
     * Returns the state of a port for a transport. Where rows overlap, assigned wins over reserved and reserved over
     * unassigned; rows without a transport count for every one.
     *
     * @param port port number, 0 to 65535
     * @param transport transport protocol
     * @return the state, {@link AssignmentStatus#UNLISTED} if no row covers the port
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public AssignmentStatus status(int port, TransportProtocol transport) {
        return rows.ports().status(port, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the ports that have a state for a transport. Use this to find free ports: intersect what is unassigned over
     * each transport that you need, and ask {@link PortSet#largestIntervals()} for the largest blocks.
     *
     * @param status the state
     * @param transport transport protocol
     * @return the ports for which {@link #status(int, TransportProtocol)} answers that state
     */
    public PortSet ports(AssignmentStatus status, TransportProtocol transport) {
        return rows.ports().ports(requireNonNull(status, "status"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the ports and transports that a specification means, each token of which says its transport.
     *
     * <p>The grammar, with {@code name} a registered service name or a {@linkplain #withDefinition definition} in any letter
     * case, {@code port} a port number without leading zeros, and {@code transport} one of {@code tcp}, {@code udp},
     * {@code sctp}, {@code dccp}:
     *
     * <pre>
     * specification = blanks? token (separator token)* blanks?
     * separator     = blanks | blanks? "," blanks?
     * token         = (name | port | port "-" port) ("/" transport)?
     * </pre>
     *
     * <p>A token of digits and hyphens is a number or an interval, whatever names the registry has. Any other is split at
     * its last slash if a transport follows and the rest is a number or a name ({@code https/tcp}); else all of it is a
     * name ({@code 914c/g}, and {@code 914c/g/tcp} with its transport). A name stands for all its ports over the transport;
     * its rows without a port, and those shadowed by an overlay, are ignored. Nothing is guessed: what is unknown,
     * ambiguous, contradictory, reversed, out of range or empty is an error.
     *
     * <p>IANA used to register a service for tcp and udp alike, whichever it runs over: opening all that a name is
     * registered for would open ports that nobody asked for. So here a name without a transport is an error, unless it is
     * registered for one transport alone. The other three calls say what such a token stands for.
     *
     * <pre>{@code
     * registry.resolve("submissions, domain/udp, 8080/tcp");      // tcp 465,8080; udp 53
     * }</pre>
     *
     * @param spec the specification
     * @return the ports by transport, at least one
     * @throws PortSpecException if the text breaks the grammar, a name is unknown, has no port or is not registered for the
     *     transport, or a token needs a transport and has none; the message says what to write
     */
    public PortsByTransport resolve(String spec) {
        return SpecResolver.resolve(rows, requireNonNull(spec, "spec"));
    }

    /**
     * Returns the ports that a specification means over one transport and no other.
     *
     * <pre>{@code
     * registry.resolve("22,80,http-alt,6000-6063", TCP);      // 22,80,591,6000-6063,8008,8080
     * }</pre>
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transport the transport that each token is over; a token or a definition with another one is an error
     * @return the ports, at least one
     * @throws PortSpecException as {@link #resolve(String)} does
     */
    public PortSet resolve(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolveWithin(rows, spec, Set.of(requireNonNull(transport, "transport")))
                .ports(transport);
    }

    /**
     * Returns the ports that a specification means over some transports and no other: a number or an interval stands for
     * all of these, a name for those of them that it is registered for.
     *
     * <pre>{@code
     * registry.resolve("ssh, https, 5000", Set.of(TCP, UDP));      // tcp 22,443,5000; udp 22,443,5000
     * }</pre>
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transports the transports that may come out; a token or a definition with another one, or a name that is
     *     registered for none of them, is an error
     * @return the ports by transport, at least one, over these transports alone
     * @throws PortSpecException as {@link #resolve(String)} does
     * @throws IllegalArgumentException if there are no transports
     */
    public PortsByTransport resolve(String spec, Set<TransportProtocol> transports) {
        requireNonNull(spec, "spec");
        requireNonNull(transports, "transports").forEach(transport -> requireNonNull(transport, "transport"));
        if (transports.isEmpty()) {
            throw new IllegalArgumentException("there are no transports to resolve the specification over");
        }
        return SpecResolver.resolveWithin(rows, spec, Set.copyOf(transports));
    }

    /**
     * Returns the ports that a specification means over one transport, but where a token or a definition names another. This
     * is what Kubernetes, Docker and the rules of clouds mean by a port without a protocol.
     *
     * <pre>{@code
     * registry.resolveWithDefault("https, domain/udp, 8080", TCP);      // tcp 443,8080; udp 53
     * }</pre>
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transport the transport of tokens that name none; a name that is not registered for it is an error
     * @return the ports by transport, at least one
     * @throws PortSpecException as {@link #resolve(String)} does
     */
    public PortsByTransport resolveWithDefault(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolveWithDefault(rows, spec, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the one port that a specification means over a transport.
     *
     * @param spec the specification, as for {@link #resolve(String, TransportProtocol)}
     * @param transport the transport that is asked for
     * @return port number, 0 to 65535
     * @throws PortSpecException as {@link #resolve(String)} does, and if it means several ports; the message lists them
     */
    public int resolvePort(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolvePort(rows, spec, requireNonNull(transport, "transport"));
    }

    /**
     * Returns this registry with a named set of ports, which specifications then take as a name. It lives for these alone:
     * look-ups, labels, queries, files and {@link #equals(Object)} do not know it.
     *
     * <pre>{@code
     * registry.withDefinition("WEB", "http/tcp, https/tcp")
     *         .withDefinition("OFFICE", "WEB, ssh/tcp")
     *         .resolve("OFFICE");      // tcp 22,80,443
     * }</pre>
     *
     * <p>A name that the registry has may be narrowed ({@code HTTP} as {@code 80/tcp}, so that its udp and sctp stay shut)
     * or given the ports that it lacks ({@code RDP} as {@code 3389/tcp}). It may not mean other ports than the registry has
     * for it ({@code FTP} as {@code 20-21/tcp}): a reader would take it for the registry's.
     *
     * @param name a letter and up to 62 letters, digits, hyphens, underscores and dots; in any letter case it must not be
     *     defined yet, or be a transport's
     * @param spec what it stands for, as for {@link #resolve(String)}; it is resolved now
     * @return a registry with one more definition
     * @throws IllegalArgumentException if the name is refused, or the definitions have more than 1,000,000 intervals in all;
     *     a {@link PortSpecException} if the specification is refused
     */
    public PortRegistry withDefinition(String name, String spec) {
        requireNonNull(name, "name");
        return new PortRegistry(rows.with(DefinitionCheck.define(name, requireNonNull(spec, "spec"), rows)), edition);
    }

    /**
     * Returns this registry with the definitions of a file in the format of capirca's and aerleon's {@code .svc} files.
     *
     * <pre>
     * # a comment
     * WEB = http/tcp https/tcp
     * HIGH_PORTS = 1024-65535/tcp
     *              1024-65535/udp
     * OFFICE = WEB SSH
     * SSH = 22/tcp
     * </pre>
     *
     * @param svc the file, in UTF-8; a definition may use another that stands below it
     * @return a registry with these definitions as well
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if the file has no definition or more than 1,000,000 characters, a line is not a
     *     definition, or one is refused as by {@link #withDefinition(String, String)}, or is defined by way of itself; the
     *     message says the file and the line
     */
    public PortRegistry withDefinitions(Path svc) throws IOException {
        return withDefinitions(svc, OverlayPolicy.MUST_NOT_SHADOW);
    }

    /**
     * Returns this registry with the definitions of a file, which may take names from the registry if the policy says so.
     * An existing file often does: capirca's own sample means more ports by {@code TRACEROUTE} than IANA.
     *
     * @param svc the file, as for {@link #withDefinitions(Path)}
     * @param policy {@link OverlayPolicy#MAY_SHADOW} lets a definition mean other ports than the registry has for its name
     * @return a registry with these definitions as well
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException as {@link #withDefinitions(Path)} does
     */
    public PortRegistry withDefinitions(Path svc, OverlayPolicy policy) throws IOException {
        requireNonNull(svc, "svc");
        return new PortRegistry(rows.with(DefinitionsFile.read(svc, rows, requireNonNull(policy, "policy"))), edition);
    }

    /**
     * Returns the definitions.
     *
     * @return what each name is defined as, in the order of definition, unmodifiable
     */
    public Map<String, PortsByTransport> definitions() {
        return rows.definitions().asMap();
    }

    /**
     * Returns this registry with your own (site-local) services, which all calls then find beside IANA's. Names and ports
     * that are taken are refused; see {@link OverlayPolicy} for allowing them.
     *
     * @param assignments your services, possibly none
     * @return a registry of all rows of this one, then the given ones
     * @throws IllegalArgumentException as {@link #withOverlay(Collection, OverlayPolicy)} does
     */
    public PortRegistry withOverlay(Collection<PortAssignment> assignments) {
        return withOverlay(assignments, OverlayPolicy.MUST_NOT_SHADOW);
    }

    /**
     * Returns this registry with your own (site-local) services, which all calls then find beside IANA's. Which rows are an
     * overlay's is known to the registry and to its serialized form, not to the rows: a registry {@linkplain
     * #of(Collection) of} them, or of a file that they were written to, has them all as the registry's own.
     *
     * @param assignments your services, possibly none, each with a name of 1 to 63 letters, digits, hyphens, underscores
     *     and dots
     * @param policy what they may have in common with the registry
     * @return a registry of all rows of this one, then the given ones
     * @throws IllegalArgumentException if a name is not one, or a transport's, or a definition's, an assignment is there
     *     already, or the policy forbids what it has in common with others, in which case the message lists all that are
     *     refused; or if the intervals of all rows overlap beyond reason
     */
    public PortRegistry withOverlay(Collection<PortAssignment> assignments, OverlayPolicy policy) {
        List<PortAssignment> added = checkedCopy(assignments);
        OverlayCheck.check(
                rows,
                requireNonNull(policy, "policy"),
                added,
                row -> added.get(row).toString());
        return new PortRegistry(rows.with(added), edition);
    }

    /**
     * Returns this registry with the services of a file in IANA's layout, of which the first four columns are enough. It may
     * have a header and no rows.
     *
     * @param csv the file, in UTF-8
     * @param policy what the services may have in common with the registry
     * @return a registry of all rows of this one, then the file's
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not in IANA's layout; the message says the file and the line
     * @throws IllegalArgumentException as {@link #withOverlay(Collection, OverlayPolicy)} does, with the file and the lines
     */
    public PortRegistry withOverlay(Path csv, OverlayPolicy policy) throws IOException {
        requireNonNull(csv, "csv");
        return new PortRegistry(rows.with(OverlayFile.read(csv, rows, requireNonNull(policy, "policy"))), edition);
    }

    /**
     * Returns this registry with the services of a file, as {@link #withOverlay(Path, OverlayPolicy)} does. Names and ports
     * that are taken are refused.
     *
     * @param csv the file, in UTF-8
     * @return a registry of all rows of this one, then the file's
     * @throws IOException if the file cannot be read
     * @throws PortRegistryParseException if it is not in IANA's layout
     * @throws IllegalArgumentException as {@link #withOverlay(Path, OverlayPolicy)} does
     */
    public PortRegistry withOverlay(Path csv) throws IOException {
        return withOverlay(csv, OverlayPolicy.MUST_NOT_SHADOW);
    }

    /**
     * Returns your own services, those of all overlays; {@link IanaCsvWriter} writes {@linkplain #of(Collection) a registry
     * of} them.
     *
     * @return the rows, in the order in which they were added, unmodifiable, empty if there are none
     */
    public List<PortAssignment> overlay() {
        return rows.overlays().rows();
    }

    /**
     * Returns whether an assignment is one of your own, from an overlay.
     *
     * @param assignment an assignment, of this registry or not
     * @return true if an overlay of this registry has it
     */
    public boolean isSiteLocal(PortAssignment assignment) {
        return rows.isSiteLocal(requireNonNull(assignment, "assignment"));
    }

    /**
     * Returns the way back from ports to names.
     *
     * @return labels and services of ports
     */
    public PortNames names() {
        return new PortNames(rows);
    }

    /**
     * Returns a query over all rows, which steps then narrow.
     *
     * @return a query that every row meets
     */
    public PortQuery query() {
        return new PortQuery(rows);
    }

    RegistryRows rows() {
        return rows;
    }

    /**
     * The form in which a registry is serialized: its rows, and what they do not say of themselves. Whoever receives it
     * makes the indexes anew, and checks the rows as any other input.
     *
     * @param rows all rows, those of the edition first, then those of each overlay
     * @param overlays number of rows of each overlay
     * @param sha256 the edition's
     * @param fileName the edition's
     * @param assignmentsOf the edition's
     * @param definitions names and texts of the definitions, in turn
     */
    @SuppressWarnings("ArrayRecordComponent") // a list could be of a class of the sender's choice
    record Serialized(
            PortAssignment[] rows,
            Integer[] overlays,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable RegistryDate assignmentsOf,
            String[] definitions)
            implements Serializable {

        private Object readResolve() throws InvalidObjectException {
            try {
                List<PortAssignment> all = List.of(rows);
                List<Integer> sizes = List.of(overlays);
                int end = all.size() - Overlays.sum(sizes);
                List<PortAssignment> siteLocal = all.subList(end, all.size());
                RegistryRows own = RegistryRows.of(checkedCopy(all.subList(0, end)));
                OverlayCheck.check(own, OverlayPolicy.MAY_SHADOW, siteLocal, row -> "");
                RegistryRows received = own.with(siteLocal, sizes).with(DefinitionCheck.ofArray(definitions));
                return new PortRegistry(received, Edition.of(own.all(), sha256, fileName, assignmentsOf));
            } catch (RuntimeException e) {
                throw (InvalidObjectException) new InvalidObjectException("not a registry").initCause(e);
            }
        }
    }

    private Object writeReplace() {
        return new Serialized(
                assignments().toArray(PortAssignment[]::new),
                rows.overlays().sizes().toArray(Integer[]::new),
                edition.sha256(),
                edition.fileName(),
                edition.assignmentsOf(),
                rows.definitions().toArray());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a registry is read from its rows");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortRegistry registry && assignments().equals(registry.assignments());
    }

    @Override
    public int hashCode() {
        return assignments().hashCode();
    }

    @Override
    public String toString() {
        return "PortRegistry of " + assignments().size() + " assignments";
    }
}
