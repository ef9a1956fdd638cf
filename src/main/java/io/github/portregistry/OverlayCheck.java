package io.github.portregistry;

import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Checks an overlay against the rows and definitions of a registry. */
final class OverlayCheck {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,63}");

    private final RegistryRows rows;
    private final OverlayPolicy policy;
    private final List<PortAssignment> overlay;
    private final IntToLongFunction lineOf;
    private final List<ParseProblem> problems;

    /** The rows that have a fault in a column, of which only the first is a problem. */
    private final Map<IanaColumn, BitSet> faulty =
            new EnumMap<>(Map.of(IanaColumn.SERVICE_NAME, new BitSet(), IanaColumn.PORT_NUMBER, new BitSet()));

    private OverlayCheck(
            RegistryRows rows,
            OverlayPolicy policy,
            List<PortAssignment> overlay,
            IntToLongFunction lineOf,
            List<ParseProblem> problems) {
        this.rows = rows;
        this.policy = policy;
        this.overlay = overlay;
        this.lineOf = lineOf;
        this.problems = problems;
    }

    /**
     * Checks an overlay.
     *
     * @throws OverlayException if an assignment is refused
     */
    static void check(RegistryRows rows, OverlayPolicy policy, List<PortAssignment> overlay) {
        new OverlayCheck(rows, policy, overlay, row -> row + 1L, new ArrayList<>()).refuse("assignment ");
    }

    /**
     * Reads an overlay from a file in IANA's layout and checks it.
     *
     * @throws PortRegistryParseException if the file is not in IANA's layout
     * @throws OverlayException if a row is not valid or is refused
     */
    static List<PortAssignment> read(Path csv, RegistryRows rows, OverlayPolicy policy) throws IOException {
        ParseProblems problems = new ParseProblems();
        LongStream.Builder lines = LongStream.builder();
        List<PortAssignment> overlay =
                IanaCsvFile.read(csv, IanaCsvParser.ofOverlay(problems), lines).rows();
        long[] lineOf = lines.build().toArray();
        new OverlayCheck(rows, policy, overlay, row -> lineOf[row], problems.list())
                .refuse(csv.getFileName() + ", line ");
        return overlay;
    }

    private void refuse(String source) {
        checkRepetitions();
        checkNames();
        if (policy != OverlayPolicy.MAY_SHADOW) {
            checkPortsOfEachName();
        }
        if (policy == OverlayPolicy.MUST_NOT_OVERLAP) {
            checkPortsAreNotTaken();
            checkPortsAreNotShared();
        }
        if (!problems.isEmpty()) {
            problems.replaceAll(OverlayCheck::asError);
            problems.sort(Comparator.comparingLong(ParseProblem::line));
            throw new OverlayException(source, problems);
        }
    }

    /** Returns an error in place of a warning, since no row of a refused overlay is kept. */
    private static ParseProblem asError(ParseProblem problem) {
        return new ParseProblem(problem.line(), problem.column(), problem.value(), problem.message(), Severity.ERROR);
    }

    private void fault(int row, IanaColumn column, String fault) {
        BitSet rowsOfColumn = Objects.requireNonNull(faulty.get(column));
        if (rowsOfColumn.get(row)) {
            return;
        }
        rowsOfColumn.set(row);
        PortAssignment refused = overlay.get(row);
        problems.add(new ParseProblem(
                lineOf.applyAsLong(row),
                column.header(),
                column.text(refused),
                refused + ": " + fault,
                Severity.ERROR));
    }

    private void checkNames() {
        Map<String, String> faults = new HashMap<>();
        for (int i = 0; i < overlay.size(); i++) {
            String name = overlay.get(i).serviceName();
            String fault = faults.computeIfAbsent(ServiceNames.folded(name), any -> faultOfName(name));
            if (!fault.isEmpty()) {
                fault(i, IanaColumn.SERVICE_NAME, fault);
            }
        }
    }

    /** Returns why a name is refused, or an empty text if it is not. */
    private String faultOfName(String name) {
        String fault = faultOf(name);
        if (fault != null) {
            return fault;
        }
        if (rows.definitions().find(name) != null) {
            return "there is already a definition of that name";
        }
        List<PortAssignment> taken = policy == OverlayPolicy.MAY_SHADOW ? List.of() : rows.findByName(name);
        return taken.isEmpty() ? "" : "the registry has " + taken.get(0);
    }

    /** A repeated row has no other fault. */
    private void checkRepetitions() {
        Set<String> names = new HashSet<>();
        Set<PortAssignment> known = new HashSet<>();
        for (int i = 0; i < overlay.size(); i++) {
            String name = overlay.get(i).serviceName();
            if (names.add(ServiceNames.folded(name))) {
                known.addAll(rows.findByName(name));
            }
            if (!known.add(overlay.get(i))) {
                fault(i, IanaColumn.SERVICE_NAME, "an identical assignment already exists");
                Objects.requireNonNull(faulty.get(IanaColumn.PORT_NUMBER)).set(i);
            }
        }
    }

    /** Refuses a name with several ports over one transport, which is more often a mistake than a service. */
    private void checkPortsOfEachName() {
        for (TransportProtocol transport : TransportProtocol.values()) {
            Map<String, PortInterval> known = new HashMap<>();
            for (int i : rowsWithPorts(transport)) {
                PortInterval other =
                        known.putIfAbsent(ServiceNames.folded(overlay.get(i).serviceName()), portsOf(i));
                if (other != null && !other.equals(portsOf(i))) {
                    fault(
                            i,
                            IanaColumn.SERVICE_NAME,
                            "the overlay has that name on " + other + "/" + transport.keyword() + " as well");
                }
            }
        }
    }

    private void checkPortsAreNotTaken() {
        PortNames names = new PortNames(rows);
        for (TransportProtocol transport : TransportProtocol.values()) {
            int[] withPorts = rowsWithPorts(transport);
            PortSet taken = withPorts.length == 0
                    ? PortSet.empty()
                    : rows.ports().ports(EnumSet.of(AssignmentStatus.ASSIGNED, AssignmentStatus.RESERVED), transport);
            Map<Integer, String> labels = new HashMap<>(); // that of a port with many rows takes long
            for (int i : withPorts) {
                int port = taken.firstFrom(portsOf(i).first());
                if (port >= 0 && port <= portsOf(i).last()) {
                    String label = labels.computeIfAbsent(port, any -> names.label(port, transport));
                    fault(i, IanaColumn.PORT_NUMBER, "the registry has " + label);
                }
            }
        }
    }

    /** Goes through the rows by first port, and compares each with the earlier row that reaches farthest. */
    private void checkPortsAreNotShared() {
        for (TransportProtocol transport : TransportProtocol.values()) {
            int[] sorted = IntStream.of(rowsWithPorts(transport))
                    .boxed()
                    .sorted(Comparator.comparing(this::portsOf))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int farthest = -1;
            int farthestOfOthers = -1; // among rows of other services
            for (int row : sorted) {
                boolean isSame = farthest >= 0 && isSameService(row, farthest);
                int rival = isSame ? farthestOfOthers : farthest;
                if (rival >= 0 && portsOf(rival).last() >= portsOf(row).first()) {
                    fault(
                            Math.max(row, rival),
                            IanaColumn.PORT_NUMBER,
                            "the overlay has " + overlay.get(Math.min(row, rival)) + " as well");
                }
                if (farthest < 0 || portsOf(row).last() > portsOf(farthest).last()) {
                    farthestOfOthers = isSame ? farthestOfOthers : farthest;
                    farthest = row;
                } else if (!isSame
                        && (farthestOfOthers < 0
                                || portsOf(row).last()
                                        > portsOf(farthestOfOthers).last())) {
                    farthestOfOthers = row;
                }
            }
        }
    }

    /** Returns the rows that have ports over a transport. */
    private int[] rowsWithPorts(TransportProtocol transport) {
        return IntStream.range(0, overlay.size())
                .filter(i -> overlay.get(i).ports() != null && overlay.get(i).appliesTo(transport))
                .toArray();
    }

    private PortInterval portsOf(int row) {
        return Objects.requireNonNull(overlay.get(row).ports());
    }

    /** Returns whether two rows are of the same service, which an alias and its target are. */
    private boolean isSameService(int row, int other) {
        return ServiceNames.isSame(target(row), target(other));
    }

    private String target(int row) {
        String aliasOf = overlay.get(row).aliasOf();
        return aliasOf == null ? overlay.get(row).serviceName() : aliasOf;
    }

    /**
     * Returns why a name cannot be that of your own services and definitions, or null if it can. More is allowed than
     * RFC 6335 does, but nothing that looks like a number.
     */
    static @Nullable String faultOf(String name) {
        if (!NAME.matcher(name).matches()) {
            return "its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots";
        }
        if (!ServiceNames.hasLetter(name)) {
            return "its name has no letter";
        }
        return TransportProtocol.find(name).isPresent() ? "its name is that of a transport protocol" : null;
    }
}
