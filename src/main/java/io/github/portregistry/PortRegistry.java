package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Reader;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
 * what arrives; Kryo passes over that and loses the rows.
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

    PortRegistry(Snapshot snapshot) {
        this(new RegistryRows(snapshot.rows(), snapshot.ports(), Overlays.NONE), snapshot.edition());
    }

    /**
     * Returns the edition that is in the jar. It is loaded when first asked for, once.
     *
     * <p>Which service is assigned to which port and transport, aliases included, is as of September 2026. Assignee,
     * contact and dates are those of July 2014 where the assignment has not changed since, and blank on those made
     * later; services without a port are of 2014; of the notes only those are kept that name an alias. For an audit of
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
            bundled = loaded = new PortRegistry(BundledEdition.load());
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
     * @throws PortRegistryParseException if it is no registry, or a row is not IANA's
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
     * @throws PortRegistryParseException if it is no registry, or a row is not IANA's
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
     * @throws PortRegistryParseException if it is no registry, or a row is not IANA's
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
     * @throws IllegalArgumentException if their intervals overlap more than 5,000,000 times
     */
    public static PortRegistry of(Collection<PortAssignment> assignments) {
        List<PortAssignment> rows = checkedCopy(assignments);
        return new PortRegistry(RegistryRows.of(rows), Edition.of(rows));
    }

    private static List<PortAssignment> checkedCopy(Collection<PortAssignment> assignments) {
        for (PortAssignment assignment : requireNonNull(assignments, "assignments")) {
            requireNonNull(assignment, "assignment");
        }
        return List.copyOf(assignments);
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
        requireNonNull(transport, "transport");
        return findByName(serviceName).stream()
                .filter(row -> row.appliesTo(transport))
                .toList();
    }

    /**
     * Returns the assignment that a port's other names are aliases of, where IANA's rows decide that there is one: the
     * only row of the port and transport that is not stated to be an alias. 80/tcp is {@code http}; 465/tcp, where both
     * {@code urd} and {@code submissions} are registered, has none. Rows shadowed by an overlay are ignored.
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
        PortInterval interval = requireNonNull(assignment, "assignment").ports();
        if (interval == null) {
            return List.of();
        }
        return findByPort(interval.first()).stream()
                .filter(row -> interval.equals(row.ports()) && row.transport() == assignment.transport())
                .filter(row -> isAliasOf(assignment.serviceName(), row))
                .toList();
    }

    private static boolean isAliasOf(String serviceName, PortAssignment row) {
        String target = row.aliasOf();
        return target != null && ServiceNames.isSame(serviceName, target);
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
     * Returns the ports that have a state for a transport. Who must choose a port finds the free ones here, and by
     * {@link PortSet#largestIntervals()} the largest blocks of them.
     *
     * @param status the state
     * @param transport transport protocol
     * @return the ports for which {@link #status(int, TransportProtocol)} answers that state
     */
    public PortSet ports(AssignmentStatus status, TransportProtocol transport) {
        return rows.ports().ports(requireNonNull(status, "status"), requireNonNull(transport, "transport"));
    }

    /**
     * Returns the ports that a specification means over one transport.
     *
     * <p>The grammar, with {@code name} any registered service name in any letter case, {@code port} a port number
     * without leading zeros, and {@code transport} one of {@code tcp}, {@code udp}, {@code sctp}, {@code dccp}:
     *
     * <pre>
     * specification = blanks? token (separator token)* blanks?
     * separator     = blanks | blanks? "," blanks?
     * token         = (name | port | port "-" port) ("/" transport)?
     * </pre>
     *
     * <p>A whole token is tried as a name first ({@code 914c/g}, {@code 802-11-iapp}); else it is split at its last
     * slash ({@code 914c/g/tcp}). A name stands for all its ports over the transport; its rows without a port are
     * passed over. Nothing is guessed: what is unknown, contradictory, reversed, out of range or empty is an error.
     *
     * <pre>{@code
     * registry.resolve("22,80,http-alt,6000-6063", TCP);      // 22,80,591,6000-6063,8008,8080
     * }</pre>
     *
     * @param spec the specification
     * @param transport the transport that is asked for; a token with another one is an error
     * @return the ports, at least one
     * @throws PortSpecException if the text breaks the grammar, a name is unknown, has no port or is not registered for
     *     the transport; the message has the nearest names, which are suggestions
     */
    public PortSet resolve(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolve(rows, spec, requireNonNull(transport, "transport"));
    }

    /**
     * Returns the ports and transports that a specification means. The grammar is that of
     * {@link #resolve(String, TransportProtocol)}. A name stands for all its ports over all its transports; a number
     * or an interval, or a service that is registered without a transport ({@code flex-lm}), needs one in the text.
     *
     * <pre>{@code
     * registry.resolve("domain, https/tcp, 10123/tcp 10456/udp");      // tcp 53,443,10123; udp 53,10456
     * }</pre>
     *
     * @param spec the specification
     * @return the ports by transport, at least one
     * @throws PortSpecException as {@link #resolve(String, TransportProtocol)} does, and where a transport is missing
     */
    public PortsByTransport resolve(String spec) {
        return resolve(spec, Set.of());
    }

    /**
     * Returns the ports and transports that a specification means, where a number, an interval, or a service that is
     * registered without a transport stands for given ones if the text names none.
     *
     * @param spec the specification, as for {@link #resolve(String)}
     * @param transports what a token without a transport stands for; if empty, such a token is an error
     * @return the ports by transport, at least one
     * @throws PortSpecException as {@link #resolve(String)} does
     */
    public PortsByTransport resolve(String spec, Set<TransportProtocol> transports) {
        requireNonNull(spec, "spec");
        requireNonNull(transports, "transports").forEach(transport -> requireNonNull(transport, "transport"));
        return SpecResolver.resolve(rows, spec, Set.copyOf(transports));
    }

    /**
     * Returns the one port that a specification means over a transport.
     *
     * @param spec the specification, as for {@link #resolve(String, TransportProtocol)}
     * @param transport the transport that is asked for
     * @return port number, 0 to 65535
     * @throws PortSpecException as {@link #resolve(String, TransportProtocol)} does, and if it means several ports; the
     *     message lists them
     */
    public int resolvePort(String spec, TransportProtocol transport) {
        requireNonNull(spec, "spec");
        return SpecResolver.resolvePort(rows, spec, requireNonNull(transport, "transport"));
    }

    /**
     * Returns this registry with services of one's own, which all calls then find beside IANA's. Names and ports that
     * the registry has are refused; see {@link #withOverlay(Collection, OverlayPolicy)} for allowing them.
     *
     * @param assignments the site-local services, each with a name that RFC 6335, section 5.1 allows
     * @return a registry of all rows of this one, then the given ones
     * @throws IllegalArgumentException if a name is no service name or a transport's, or a name or port is taken
     */
    public PortRegistry withOverlay(Collection<PortAssignment> assignments) {
        return withOverlay(assignments, OverlayPolicy.MUST_NOT_SHADOW);
    }

    /**
     * Returns this registry with services of one's own, which all calls then find beside IANA's. Which rows are an
     * overlay's is known to the registry and to its serialized form, not to the rows: a registry {@linkplain
     * #of(Collection) of} them, or of a file that they were written to, has them all as official ones.
     *
     * @param assignments the site-local services, each with a name that RFC 6335, section 5.1 allows
     * @param policy whether they may take names and ports that the registry has
     * @return a registry of all rows of this one, then the given ones
     * @throws IllegalArgumentException if a name is no service name or a transport's, an assignment is in the registry
     *     already, or given twice, or a name or port is taken and the policy forbids that
     */
    public PortRegistry withOverlay(Collection<PortAssignment> assignments, OverlayPolicy policy) {
        List<PortAssignment> added = checkedCopy(assignments);
        new OverlayCheck(rows, requireNonNull(policy, "policy")).check(added);
        return new PortRegistry(rows.with(added), edition);
    }

    /**
     * Returns whether an assignment is one of your own, from an overlay.
     *
     * @param assignment an assignment, of this registry or not
     * @return true if an overlay of this registry has it
     */
    public boolean isSiteLocal(PortAssignment assignment) {
        return rows.overlays().siteLocal().contains(requireNonNull(assignment, "assignment"));
    }

    /**
     * Returns the way back from ports to services.
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
     */
    record Serialized(
            PortAssignment[] rows,
            int[] overlays,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable RegistryDate assignmentsOf)
            implements Serializable {

        private Object readResolve() throws InvalidObjectException {
            try {
                List<PortAssignment> all = List.of(rows);
                int end = all.size() - IntStream.of(overlays).sum();
                List<PortAssignment> own = all.subList(0, end);
                PortRegistry registry = new PortRegistry(
                        RegistryRows.of(List.copyOf(own)), Edition.of(own, sha256, fileName, assignmentsOf));
                for (int size : overlays) {
                    registry = registry.withOverlay(all.subList(end, end + size), OverlayPolicy.MAY_SHADOW);
                    end += size;
                }
                return registry;
            } catch (RuntimeException e) {
                throw (InvalidObjectException) new InvalidObjectException("not a registry").initCause(e);
            }
        }
    }

    private Object writeReplace() {
        return new Serialized(
                assignments().toArray(PortAssignment[]::new),
                rows.overlays().sizes().stream().mapToInt(Integer::intValue).toArray(),
                edition.sha256(),
                edition.fileName(),
                edition.assignmentsOf());
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
