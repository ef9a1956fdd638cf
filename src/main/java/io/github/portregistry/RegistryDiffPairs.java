package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pairs the assigned rows of two registries, and compares the states of their ports. */
final class RegistryDiffPairs {

    /** The keys by which two rows are the same assignment, the strongest first. Rows are not paired by a null key. */
    private static final List<Function<PortAssignment, @Nullable Key>> REASONS = List.of(
            row -> Key.of(row.serviceName(), row),
            row -> onItsPorts(row, row.description()),
            row -> onItsPorts(row, row.assignee()));

    /**
     * A text, such as a name, with the ports and the transport of a row. It is comparable, as all map keys should be whose
     * hash depends on text from a file: if a file makes all hashes equal, a map takes quadratic time unless its keys are
     * comparable.
     */
    record Key(String text, String ports, String transport) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::text).thenComparing(Key::ports).thenComparing(Key::transport);

        static Key of(String text, PortAssignment row) {
            return new Key(text, IanaColumn.PORT_NUMBER.text(row), IanaColumn.TRANSPORT_PROTOCOL.text(row));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final RegistryRows before;
    private final RegistryRows after;
    private final List<AssignmentChange> changed = new ArrayList<>();
    private List<PortAssignment> removed;
    private List<PortAssignment> added;

    RegistryDiffPairs(RegistryRows before, RegistryRows after) {
        this.before = before;
        this.after = after;
        List<PortAssignment> assignedBefore = assigned(before);
        List<PortAssignment> assignedAfter = assigned(after);
        this.removed = subtract(assignedBefore, assignedAfter);
        this.added = subtract(assignedAfter, assignedBefore);
        Map<PortAssignment, Integer> positions = new HashMap<>();
        removed.forEach(row -> positions.putIfAbsent(row, positions.size()));
        for (Function<PortAssignment, @Nullable Key> reason : REASONS) {
            List<AssignmentChange> pairs = pairs(reason);
            removed = subtract(
                    removed, pairs.stream().map(AssignmentChange::before).toList());
            added = subtract(added, pairs.stream().map(AssignmentChange::after).toList());
            changed.addAll(pairs);
        }
        changed.sort(Comparator.comparing(change -> positions.getOrDefault(change.before(), 0)));
    }

    List<PortAssignment> removed() {
        return removed;
    }

    List<PortAssignment> added() {
        return added;
    }

    /** Returns the pairs of rows that differ, in the order of the earlier registry. */
    List<AssignmentChange> changed() {
        return changed;
    }

    /**
     * Returns the ports that have one of the given states in the later registry but none of them in the earlier one.
     */
    PortsByTransport gained(AssignmentStatus... statuses) {
        return after.ports(statuses).difference(before.ports(statuses));
    }

    /**
     * Returns the ports that have one of the given states in the earlier registry but none of them in the later one.
     */
    PortsByTransport lost(AssignmentStatus... statuses) {
        return before.ports(statuses).difference(after.ports(statuses));
    }

    private static List<PortAssignment> assigned(RegistryRows rows) {
        return new PortQuery(rows).status(ASSIGNED).list();
    }

    /** Returns the rows of one list minus those of another, in which each row removes one equal row. */
    private static List<PortAssignment> subtract(List<PortAssignment> rows, List<PortAssignment> taken) {
        Map<PortAssignment, Integer> counts = new HashMap<>();
        taken.forEach(row -> counts.merge(row, 1, Integer::sum));
        List<PortAssignment> left = new ArrayList<>();
        for (PortAssignment row : rows) {
            if (counts.getOrDefault(row, 0) > 0) {
                counts.merge(row, -1, Integer::sum);
            } else {
                left.add(row);
            }
        }
        return left;
    }

    /** Pairs rows that have the same key, in order, each row at most once. */
    private List<AssignmentChange> pairs(Function<PortAssignment, @Nullable Key> reason) {
        Map<Key, Deque<PortAssignment>> candidates = new HashMap<>();
        for (PortAssignment row : added) {
            Key place = reason.apply(row);
            if (place != null) {
                candidates.computeIfAbsent(place, any -> new ArrayDeque<>()).add(row);
            }
        }
        List<AssignmentChange> pairs = new ArrayList<>();
        for (PortAssignment row : removed) {
            Key place = reason.apply(row);
            PortAssignment other = place == null
                    ? null
                    : candidates.getOrDefault(place, new ArrayDeque<>()).poll();
            if (other != null) {
                pairs.add(new AssignmentChange(row, other));
            }
        }
        return pairs;
    }

    private static @Nullable Key onItsPorts(PortAssignment row, String text) {
        return row.ports() == null || text.isBlank() ? null : Key.of(text, row);
    }
}
