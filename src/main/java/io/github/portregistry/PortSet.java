package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import io.github.portregistry.PortSpecException.Faults;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of ports, stored as the fewest intervals that cover it: sorted, disjoint and not adjacent. Sets of the same
 * ports are equal, however they were created.
 *
 * <p>This class is immutable and thread-safe. The cost of a set operation depends on the number of intervals, not of
 * ports.
 *
 * <p>A set is best mapped as text, with {@link #toString()} and {@link #valueOf(String)}. Spring, JAX-RS and Jackson find
 * the latter by themselves; Jackson needs a serializer to write the former. Gson and Kryo need an adapter for both: without
 * one they write private fields and read them back without any check.
 *
 * <pre>{@code
 * PortSet web = PortSet.parse("80,443,8080-8083");
 * web.union(PortSet.of(8084));      // 80,443,8080-8084
 * web.contains(8081);               // true
 * web.complement().size();          // 65530
 * }</pre>
 */
@CheckReturnValue
public final class PortSet implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final PortSet EMPTY = new PortSet(new int[0]);
    private static final PortSet ALL = new PortSet(new int[] {0, PortInterval.MAX_PORT + 1});

    /** The bounds of the intervals, in the form that {@link PortSetBounds} describes. */
    private final int[] bounds;

    private PortSet(int[] bounds) {
        this.bounds = bounds;
    }

    /** Returns the set with bounds of the form that {@link PortSetBounds} describes. The array is not copied. */
    static PortSet ofBounds(int[] bounds) {
        return bounds.length == 0 ? EMPTY : new PortSet(bounds);
    }

    /**
     * Returns the empty set.
     *
     * @return the empty set
     */
    public static PortSet empty() {
        return EMPTY;
    }

    /**
     * Returns the set of all ports, 0 to 65535.
     *
     * @return the set of all ports
     */
    public static PortSet all() {
        return ALL;
    }

    /**
     * Returns the empty set, as {@link #empty()} does.
     *
     * @return the empty set
     */
    public static PortSet of() {
        return EMPTY;
    }

    /**
     * Returns the set of the given ports: {@code of(6000, 6063)} has two. For all ports between two, use {@link
     * PortInterval#of(int, int)}.
     *
     * @param ports the port numbers, 0 to 65535, in any order, possibly repeated
     * @return the set of these ports
     * @throws IllegalArgumentException if a port is below 0 or above 65535
     */
    public static PortSet of(int... ports) {
        return Arrays.stream(requireNonNull(ports, "ports"))
                .mapToObj(PortInterval::of)
                .collect(collector());
    }

    /**
     * Returns the set of the ports in the given intervals.
     *
     * @param intervals the intervals, in any order; they may overlap
     * @return their union
     */
    public static PortSet of(PortInterval... intervals) {
        return of(Arrays.asList(requireNonNull(intervals, "intervals")));
    }

    /**
     * Returns the set of the ports in the given intervals.
     *
     * @param intervals the intervals, in any order; they may overlap
     * @return their union
     */
    public static PortSet of(Collection<PortInterval> intervals) {
        PortInterval[] sorted = requireNonNull(intervals, "intervals").toArray(new PortInterval[0]);
        for (PortInterval interval : sorted) {
            requireNonNull(interval, "interval");
        }
        Arrays.sort(sorted);
        return ofBounds(PortSetBounds.union(sorted));
    }

    /**
     * Returns a collector that accumulates intervals into a set.
     *
     * @return a collector; the intervals may be in any order and overlap
     */
    public static Collector<PortInterval, ?, PortSet> collector() {
        return Collectors.collectingAndThen(Collectors.toList(), PortSet::of);
    }

    /**
     * Parses ports and intervals, separated by commas or blanks, in any order; they may overlap. A text of blanks only
     * is the empty set. For service names and transports, see {@link PortRegistry#resolve(String, TransportProtocol)}.
     *
     * @param text the text, such as {@code "22,80,6000-6063"}, which is the form of {@link #toString()}, or {@code "22,
     *     80 6000-6063"}; a blank is a space, a tab, a line feed or a carriage return
     * @return the set
     * @throws PortSpecException if a part is not a port number or an interval, or if nothing comes before or after a
     *     comma
     */
    public static PortSet parse(String text) {
        Faults faults = new Faults(requireNonNull(text, "text"));
        PortSet set = parse(text, 0, text.length(), faults);
        faults.throwIfAny();
        return set;
    }

    /**
     * Parses a set as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config convert text by a
     * static method of this name.
     *
     * @param text the text
     * @return the set
     * @throws PortSpecException if {@code parse} would throw it
     */
    public static PortSet valueOf(String text) {
        return parse(text);
    }

    /** Parses the part of a text from {@code start} to {@code end}, exclusive. Faults refer to the whole text. */
    static PortSet parse(String text, int start, int end, Faults faults) {
        List<PortInterval> intervals = new ArrayList<>();
        SpecTokens tokens = new SpecTokens(text, start, end, faults);
        while (tokens.next()) {
            PortInterval interval = PortInterval.find(text, tokens.start(), tokens.end());
            if (interval == null) {
                faults.add(() -> PortInterval.fault(text, tokens.start(), tokens.end()));
            } else {
                intervals.add(interval);
            }
        }
        return of(intervals);
    }

    /**
     * Returns the fewest intervals that cover this set.
     *
     * @return disjoint intervals that are not adjacent, in ascending order; unmodifiable
     */
    public List<PortInterval> intervals() {
        PortInterval[] intervals = new PortInterval[bounds.length / 2];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = interval(i);
        }
        return List.of(intervals);
    }

    private PortInterval interval(int i) {
        return new PortInterval(bounds[2 * i], bounds[2 * i + 1] - 1);
    }

    /**
     * Returns the intervals of this set, the largest first.
     *
     * @return the intervals by descending size, those of the same size in ascending order; unmodifiable
     */
    public List<PortInterval> intervalsLargestFirst() {
        return intervals().stream()
                .sorted(Comparator.comparingInt(PortInterval::size).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /**
     * Returns the ports of this set.
     *
     * @return the port numbers, 0 to 65535, in ascending order
     */
    public IntStream ports() {
        return IntStream.range(0, bounds.length / 2).flatMap(i -> IntStream.range(bounds[2 * i], bounds[2 * i + 1]));
    }

    /** Returns the number of intervals, without creating them. */
    int intervalCount() {
        return bounds.length / 2;
    }

    /**
     * Returns the number of ports in this set.
     *
     * @return the number of ports, 0 to 65536
     */
    public int size() {
        int size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i];
        }
        return size;
    }

    /**
     * Returns whether this set is empty.
     *
     * @return true if this set has no ports
     */
    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /**
     * Returns the lowest port of this set.
     *
     * @return the port number, 0 to 65535
     * @throws NoSuchElementException if this set is empty
     */
    public int first() {
        return requireBounds("first")[0];
    }

    /**
     * Returns the highest port of this set.
     *
     * @return the port number, 0 to 65535
     * @throws NoSuchElementException if this set is empty
     */
    public int last() {
        return requireBounds("last")[bounds.length - 1] - 1;
    }

    private int[] requireBounds(String wanted) {
        if (isEmpty()) {
            throw new NoSuchElementException("the empty set has no " + wanted + " port");
        }
        return bounds;
    }

    /**
     * Returns whether this set contains a port.
     *
     * @param port the port number, 0 to 65535
     * @return true if this set contains it
     * @throws IllegalArgumentException if the port is below 0 or above 65535
     */
    public boolean contains(int port) {
        int i = PortSetBounds.indexFrom(bounds, PortInterval.requirePort(port));
        return i < bounds.length && bounds[i] <= port;
    }

    /** Returns whether this set contains all ports of an interval. */
    boolean contains(PortInterval interval) {
        int i = PortSetBounds.indexFrom(bounds, interval.first());
        return i < bounds.length && bounds[i] <= interval.first() && interval.last() < bounds[i + 1];
    }

    /** Returns the lowest port of this set that is not below a port, or -1 if there is none. */
    int firstFrom(int port) {
        int i = PortSetBounds.indexFrom(bounds, port);
        return i == bounds.length ? -1 : Math.max(bounds[i], port);
    }

    /**
     * Returns whether this set contains all ports of another.
     *
     * @param other the other set
     * @return true if this set is equal to the other or a superset of it; every set contains the empty set
     */
    public boolean containsAll(PortSet other) {
        return PortSetBounds.containsAll(bounds, requireNonNull(other, "other").bounds);
    }

    /**
     * Returns whether this set and another have a port in common.
     *
     * @param other the other set
     * @return true if at least one port is in both sets; false if either is empty
     */
    public boolean intersects(PortSet other) {
        return PortSetBounds.intersects(bounds, requireNonNull(other, "other").bounds);
    }

    /**
     * Returns the ports that are in this set or in another, or in both.
     *
     * @param other the other set
     * @return the union
     */
    public PortSet union(PortSet other) {
        return ofBounds(PortSetBounds.union(bounds, requireNonNull(other, "other").bounds));
    }

    /**
     * Returns the ports that are both in this set and in another.
     *
     * @param other the other set
     * @return the intersection
     */
    public PortSet intersection(PortSet other) {
        return ofBounds(PortSetBounds.intersection(bounds, requireNonNull(other, "other").bounds));
    }

    /**
     * Returns the ports that are in this set and not in another.
     *
     * @param other the other set
     * @return the difference
     */
    public PortSet difference(PortSet other) {
        return intersection(requireNonNull(other, "other").complement());
    }

    /**
     * Returns the ports that are not in this set.
     *
     * @return all other ports of 0 to 65535
     */
    public PortSet complement() {
        return ofBounds(PortSetBounds.complement(bounds));
    }

    /**
     * Splits this set into the fewest groups of consecutive intervals that each stay within a limit. Use this for
     * targets that limit the number of ports in a rule. Equal sets are split in the same way.
     *
     * <pre>{@code
     * // the multiport match of iptables takes 15 ports, and an interval counts as two
     * PortSet odd = PortSet.parse("1,3,5,7,9,11,13,15,17,19,21,23,25,27-29,31");
     * odd.split(15, interval -> interval.size() == 1 ? 1 : 2);      // [1,3,5,...,25,27-29, 31]
     * }</pre>
     *
     * @param limit the maximum total weight of the intervals in a group, 1 or more
     * @param weight the weight of an interval, 0 or more
     * @return the groups in ascending order, none of them empty, whose union is this set; unmodifiable
     * @throws IllegalArgumentException if the limit is below 1, or if a weight is negative or above the limit
     */
    public List<PortSet> split(int limit, ToIntFunction<? super PortInterval> weight) {
        requireNonNull(weight, "weight");
        if (limit < 1) {
            throw new IllegalArgumentException("limit " + limit + " is below 1");
        }
        List<PortSet> groups = new ArrayList<>();
        int start = 0;
        long used = 0;
        List<PortInterval> intervals = intervals();
        for (int i = 0; i < intervals.size(); i++) {
            int added = weight.applyAsInt(intervals.get(i));
            if (added < 0 || added > limit) {
                throw new IllegalArgumentException(
                        "weight " + added + " of interval " + intervals.get(i) + " is outside 0 to " + limit);
            }
            if (used + added > limit) {
                groups.add(new PortSet(Arrays.copyOfRange(bounds, 2 * start, 2 * i)));
                start = i;
                used = 0;
            }
            used += added;
        }
        if (!isEmpty()) {
            groups.add(new PortSet(Arrays.copyOfRange(bounds, 2 * start, bounds.length)));
        }
        return List.copyOf(groups);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /**
     * Returns the intervals separated by commas, a text that {@link #parse(String)} accepts.
     *
     * @return a text such as {@code "22,80,6000-6063"}; empty for the empty set
     */
    @Override
    public String toString() {
        return intervals().stream().map(PortInterval::toString).collect(Collectors.joining(","));
    }

    /** The serialized form of a set. */
    private record Serialized(String text) implements Serializable {
        private Object readResolve() throws InvalidObjectException {
            try {
                return parse(text);
            } catch (RuntimeException e) {
                throw (InvalidObjectException) new InvalidObjectException("not a set of ports").initCause(e);
            }
        }
    }

    private Object writeReplace() {
        return new Serialized(toString());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("a set of ports can only be deserialized from its text");
    }
}
