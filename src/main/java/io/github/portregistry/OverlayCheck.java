package io.github.portregistry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Checks an overlay against the rows and definitions of a registry. */
final class OverlayCheck {

    /** The most faults that a message lists. */
    private static final int MAX_FAULTS = 20;

    private final RegistryRows rows;
    private final List<PortAssignment> overlay;

    /** The first fault of each row, or null if it has none. */
    private final @Nullable String[] faults;

    private OverlayCheck(RegistryRows rows, List<PortAssignment> overlay) {
        this.rows = rows;
        this.overlay = overlay;
        this.faults = new String[overlay.size()];
    }

    /**
     * Checks an overlay.
     *
     * @param title a function that returns the name of a row in the message, given its index
     * @throws IllegalArgumentException if an assignment is refused; the message lists the refused assignments
     */
    static void check(
            RegistryRows rows, OverlayPolicy policy, List<PortAssignment> overlay, IntFunction<String> title) {
        OverlayCheck check = new OverlayCheck(rows, overlay);
        check.checkNames();
        check.checkRepetitions();
        if (policy != OverlayPolicy.MAY_SHADOW) {
            check.checkNamesAreNotTaken();
            check.checkPortsOfEachName();
        }
        if (policy == OverlayPolicy.MUST_NOT_SHADOW) {
            check.checkPortsAreNotTaken();
            check.checkPortsAreNotShared();
        }
        check.refuse(title);
    }

    private void refuse(IntFunction<String> title) {
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < faults.length; i++) {
            if (faults[i] != null) {
                refused.add(title.apply(i) + ": " + faults[i]);
            }
        }
        if (!refused.isEmpty()) {
            int more = refused.size() - MAX_FAULTS;
            throw new IllegalArgumentException("the overlay is refused; "
                    + String.join("; ", refused.subList(0, Math.min(refused.size(), MAX_FAULTS)))
                    + (more > 0 ? "; and " + more + " more" : ""));
        }
    }

    private void fault(int row, String fault) {
        if (faults[row] == null) {
            faults[row] = fault;
        }
    }

    private void checkNames() {
        for (int i = 0; i < overlay.size(); i++) {
            String name = overlay.get(i).serviceName();
            String fault = OverlayNames.fault(name);
            if (fault != null) {
                fault(i, fault);
            } else if (rows.definitions().find(name) != null) {
                fault(i, "there is already a definition of that name");
            }
        }
    }

    private void checkRepetitions() {
        Set<String> names = new HashSet<>();
        Set<PortAssignment> known = new HashSet<>();
        for (int i = 0; i < overlay.size(); i++) {
            String name = overlay.get(i).serviceName();
            if (names.add(ServiceNames.folded(name))) {
                known.addAll(rows.findByName(name));
            }
            if (!known.add(overlay.get(i))) {
                fault(i, "an identical assignment already exists");
            }
        }
    }

    private void checkNamesAreNotTaken() {
        for (int i = 0; i < overlay.size(); i++) {
            if (!rows.findByName(overlay.get(i).serviceName()).isEmpty()) {
                fault(i, "the registry has a service of that name");
            }
        }
    }

    /** Refuses a name with several ports over one transport, which is more often a mistake than a service. */
    private void checkPortsOfEachName() {
        Map<TransportProtocol, Map<String, PortInterval>> known = new EnumMap<>(TransportProtocol.class);
        for (int i = 0; i < overlay.size(); i++) {
            PortAssignment row = overlay.get(i);
            for (TransportProtocol transport : TransportProtocol.values()) {
                if (row.ports() != null && row.appliesTo(transport)) {
                    PortInterval other = known.computeIfAbsent(transport, any -> new HashMap<>())
                            .putIfAbsent(ServiceNames.folded(row.serviceName()), row.ports());
                    if (other != null && !other.equals(row.ports())) {
                        fault(i, "the overlay has that name on " + other + "/" + transport.keyword() + " as well");
                    }
                }
            }
        }
    }

    private void checkPortsAreNotTaken() {
        PortsByTransport taken = rows.ports(AssignmentStatus.ASSIGNED).union(rows.ports(AssignmentStatus.RESERVED));
        PortNames names = new PortNames(rows);
        for (int i = 0; i < overlay.size(); i++) {
            PortAssignment row = overlay.get(i);
            for (TransportProtocol transport : TransportProtocol.values()) {
                if (row.ports() != null && row.appliesTo(transport)) {
                    PortSet both = taken.ports(transport).intersection(PortSet.of(row.ports()));
                    if (!both.isEmpty()) {
                        fault(i, "the registry has " + names.label(both.first(), transport));
                    }
                }
            }
        }
    }

    /**
     * Goes through the rows of each transport by first port, and compares each with the earlier row that reaches
     * farthest.
     */
    private void checkPortsAreNotShared() {
        for (TransportProtocol transport : TransportProtocol.values()) {
            int[] sorted = IntStream.range(0, overlay.size())
                    .filter(i ->
                            overlay.get(i).ports() != null && overlay.get(i).appliesTo(transport))
                    .boxed()
                    .sorted(Comparator.comparing((Integer i) -> portsOf(i)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int farthest = -1;
            int farthestOfOthers = -1; // among rows of other services
            for (int row : sorted) {
                boolean isSame = farthest >= 0 && isSameService(row, farthest);
                int rival = isSame ? farthestOfOthers : farthest;
                if (rival >= 0 && portsOf(rival).last() >= portsOf(row).first()) {
                    fault(Math.max(row, rival), "the overlay has " + overlay.get(Math.min(row, rival)) + " as well");
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
}
