package io.github.portregistry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of the rows that cover each port.
 *
 * <p>The ends of all intervals divide the port space into segments, whose ports all have the same rows. The bundled
 * edition has some 7,000 segments. A look-up finds the segment of a port first, then the rows or the state of the
 * segment.
 */
final class PortIndex {

    private static final TransportProtocol[] TRANSPORTS = TransportProtocol.values();
    private static final AssignmentStatus[] STATUSES = AssignmentStatus.values();

    /**
     * The number of segments that all rows together may cover, in addition to {@link #MAX_COVERED_PER_ROW} for each
     * row. This is enough for some wide blocks of your own, and the number for each row is more than ten times IANA's.
     * Without a limit, a file of nested intervals would need memory that grows with the square of its size.
     */
    private static final int MAX_COVERED = 100_000;

    private static final int MAX_COVERED_PER_ROW = 16;

    /**
     * The number of lists that are created together, when the first of them is needed. If they were created one by one,
     * creation would be half the work of a loop over ports at the time when the loop is compiled, and the compiled loop
     * would remain slow.
     */
    static final int PAGE = 64;

    private final List<PortAssignment> rows;

    /** The segment of each port. */
    private final char[] segmentOf;

    /**
     * Where the rows that cover a segment begin in {@link #rowNumbers}, in file order. They end where the next
     * segment's begin.
     */
    private final int[] rowOffsets;

    private final int[] rowNumbers;

    /** The ordinal of the state, by segment and transport. */
    private final byte[] statuses;

    /**
     * The assigned rows, by segment and transport, created lazily. A race is harmless: it only creates them twice.
     */
    private final @Nullable RowList[] lists;

    private PortIndex(
            List<PortAssignment> rows, char[] segmentOf, int[] rowOffsets, int[] rowNumbers, byte[] statuses) {
        this.rows = rows;
        this.segmentOf = segmentOf;
        this.rowOffsets = rowOffsets;
        this.rowNumbers = rowNumbers;
        this.statuses = statuses;
        this.lists = new RowList[statuses.length];
    }

    /**
     * Returns the index of rows.
     *
     * @throws IllegalArgumentException if the intervals overlap so much that the index might not fit in the heap
     */
    static PortIndex of(List<PortAssignment> rows) {
        byte[] unlisted = new byte[TRANSPORTS.length];
        Arrays.fill(unlisted, (byte) AssignmentStatus.UNLISTED.ordinal());
        PortIndex index = new PortIndex(
                        List.of(), new char[PortInterval.MAX_PORT + 1], new int[2], new int[0], unlisted)
                .with(rows, 0);
        for (int place = 0; place < index.lists.length; place += PAGE) {
            index.filled(place);
        }
        return index;
    }

    /**
     * Returns the index of these rows and others after them, without reading any of these rows again.
     *
     * @param all all rows, old and new
     * @param begin the index of the first new row
     * @throws IllegalArgumentException if the intervals overlap so much that the index might not fit in the heap
     */
    PortIndex with(List<PortAssignment> all, int begin) {
        WithPorts added = new WithPorts(all, begin);
        char[] segments = cut(added);
        int count = segments[PortInterval.MAX_PORT] + 1;
        int[] offsets = new int[count + 1];
        byte[] states = new byte[count * TRANSPORTS.length];
        char[] earlier = new char[count];
        for (int port = PortInterval.MAX_PORT; port >= 0; port--) {
            earlier[segments[port]] = segmentOf[port];
        }
        long covered = 0;
        for (int segment = 0; segment < count; segment++) {
            offsets[segment + 1] = rowOffsets[earlier[segment] + 1] - rowOffsets[earlier[segment]];
            covered += offsets[segment + 1];
            System.arraycopy(
                    statuses,
                    earlier[segment] * TRANSPORTS.length,
                    states,
                    segment * TRANSPORTS.length,
                    TRANSPORTS.length);
        }
        long limit = MAX_COVERED + (long) MAX_COVERED_PER_ROW * all.size();
        for (int i = 0; i < added.size; i++) {
            int last = segments[added.lastPorts[i]];
            covered += last - segments[added.firstPorts[i]] + 1;
            if (covered > limit) {
                throw new IllegalArgumentException("the intervals of the rows overlap more than " + limit + " times");
            }
            for (int segment = segments[added.firstPorts[i]]; segment <= last; segment++) {
                offsets[segment + 1]++;
            }
        }
        for (int segment = 0; segment < count; segment++) {
            offsets[segment + 1] += offsets[segment];
        }
        int[] numbers = new int[offsets[count]];
        int[] next = offsets.clone();
        for (int segment = 0; segment < count; segment++) {
            int from = rowOffsets[earlier[segment]];
            int length = rowOffsets[earlier[segment] + 1] - from;
            System.arraycopy(rowNumbers, from, numbers, next[segment], length);
            next[segment] += length;
        }
        for (int i = 0; i < added.size; i++) {
            int last = segments[added.lastPorts[i]];
            for (int segment = segments[added.firstPorts[i]]; segment <= last; segment++) {
                numbers[next[segment]++] = added.rowNumbers[i];
                for (int transport = 0; transport < TRANSPORTS.length; transport++) {
                    int place = segment * TRANSPORTS.length + transport;
                    boolean applies = (added.transports[i] >> transport & 1) != 0;
                    if (applies && added.statuses[i] < states[place]) {
                        states[place] = added.statuses[i];
                    }
                }
            }
        }
        return new PortIndex(all, segments, offsets, numbers, states);
    }

    /** Reads an index that {@link #write} has written. */
    PortIndex(List<PortAssignment> rows, ByteBuffer in) {
        this.rows = rows;
        this.segmentOf = new char[PortInterval.MAX_PORT + 1];
        in.asCharBuffer().get(segmentOf);
        in.position(in.position() + segmentOf.length * Character.BYTES);
        this.rowOffsets = readDifferences(in);
        this.rowNumbers = readDifferences(in);
        this.statuses = new byte[segments() * TRANSPORTS.length];
        in.get(statuses);
        this.lists = new RowList[statuses.length];
    }

    void write(DataOutputStream out) throws IOException {
        for (char segment : segmentOf) {
            out.writeChar(segment);
        }
        writeDifferences(rowOffsets, out);
        writeDifferences(rowNumbers, out);
        out.write(statuses);
    }

    private int segments() {
        return rowOffsets.length - 1;
    }

    /**
     * A copy of what the index needs from the rows with ports. The index is built in several passes, and the rows are
     * mostly not in the processor's cache, so each row is read only once, here.
     */
    private static final class WithPorts {

        final int[] rowNumbers;
        final char[] firstPorts;
        final char[] lastPorts;
        final byte[] statuses;

        /** The transports of each row, one bit for each ordinal. */
        final byte[] transports;

        /** The number of rows with ports. The arrays are larger, with a place for every row. */
        int size;

        WithPorts(List<PortAssignment> rows, int begin) {
            int count = rows.size() - begin;
            this.rowNumbers = new int[count];
            this.firstPorts = new char[count];
            this.lastPorts = new char[count];
            this.statuses = new byte[count];
            this.transports = new byte[count];
            for (int number = begin; number < rows.size(); number++) {
                PortAssignment row = rows.get(number);
                PortInterval ports = row.ports();
                if (ports != null) {
                    rowNumbers[size] = number;
                    firstPorts[size] = (char) ports.first();
                    lastPorts[size] = (char) ports.last();
                    statuses[size] = (byte) row.status().ordinal();
                    for (TransportProtocol transport : TRANSPORTS) {
                        transports[size] |= (byte) (row.appliesTo(transport) ? 1 << transport.ordinal() : 0);
                    }
                    size++;
                }
            }
        }
    }

    /** Returns the segment of each port, after these segments are divided at the ends of the added intervals. */
    private char[] cut(WithPorts added) {
        BitSet starts = new BitSet(segmentOf.length);
        for (int i = 0; i < added.size; i++) {
            starts.set(added.firstPorts[i]);
            starts.set(added.lastPorts[i] + 1);
        }
        char[] segments = new char[segmentOf.length];
        for (int port = 1; port < segments.length; port++) {
            boolean isStart = segmentOf[port] != segmentOf[port - 1] || starts.get(port);
            segments[port] = (char) (segments[port - 1] + (isStart ? 1 : 0));
        }
        return segments;
    }

    /** Returns the rows of any state that cover a port, in file order. */
    List<PortAssignment> rows(int port) {
        int segment = segmentOf[PortInterval.requirePort(port)];
        List<PortAssignment> covering = new ArrayList<>();
        for (int i = rowOffsets[segment]; i < rowOffsets[segment + 1]; i++) {
            covering.add(rows.get(rowNumbers[i]));
        }
        return covering;
    }

    /** Returns the assigned rows of a port, in file order; unmodifiable. */
    List<PortAssignment> assigned(int port) {
        return list(segmentOf[PortInterval.requirePort(port)], null);
    }

    /** Returns the assigned rows of a port and transport, in file order; unmodifiable. */
    List<PortAssignment> assigned(int port, TransportProtocol transport) {
        int place = place(port, transport);
        RowList list = lists[place];
        return list == null ? filled(place) : list;
    }

    private RowList filled(int place) {
        int first = place / PAGE * PAGE;
        for (int other = first; other < Math.min(first + PAGE, lists.length); other++) {
            lists[other] = statuses[other] == AssignmentStatus.ASSIGNED.ordinal()
                    ? list(other / TRANSPORTS.length, TRANSPORTS[other % TRANSPORTS.length])
                    : RowList.of();
        }
        return Objects.requireNonNull(lists[place]);
    }

    /**
     * Returns the assigned rows of a transport that have at least one of some ports, each once, in file order;
     * unmodifiable.
     */
    List<PortAssignment> assigned(PortSet ports, TransportProtocol transport) {
        BitSet numbers = new BitSet(rows.size());
        for (PortInterval interval : ports.intervals()) {
            int end = rowOffsets[segmentOf[interval.last()] + 1];
            for (int i = rowOffsets[segmentOf[interval.first()]]; i < end; i++) {
                numbers.set(rowNumbers[i]);
            }
        }
        return numbers.stream()
                .mapToObj(rows::get)
                .filter(row -> row.status() == AssignmentStatus.ASSIGNED && row.appliesTo(transport))
                .toList();
    }

    /**
     * Creates a list of rows. This is a plain loop, so that a fresh process that looks up one port does not link a
     * lambda.
     */
    private RowList list(int segment, @Nullable TransportProtocol transport) {
        PortAssignment[] list = new PortAssignment[rowOffsets[segment + 1] - rowOffsets[segment]];
        int size = 0;
        for (int i = rowOffsets[segment]; i < rowOffsets[segment + 1]; i++) {
            PortAssignment row = rows.get(rowNumbers[i]);
            if (row.status() == AssignmentStatus.ASSIGNED && (transport == null || row.appliesTo(transport))) {
                list[size++] = row;
            }
        }
        return RowList.of(Arrays.copyOf(list, size));
    }

    private int place(int port, TransportProtocol transport) {
        return segmentOf[PortInterval.requirePort(port)] * TRANSPORTS.length + transport.ordinal();
    }

    AssignmentStatus status(int port, TransportProtocol transport) {
        return STATUSES[statuses[place(port, transport)]];
    }

    /** Returns the ports that have a state. */
    PortSet ports(AssignmentStatus status, TransportProtocol transport) {
        List<PortInterval> intervals = new ArrayList<>();
        int first = 0;
        for (int port = 0; port < segmentOf.length; port++) {
            boolean isLast = port == PortInterval.MAX_PORT || segmentOf[port + 1] != segmentOf[port];
            if (isLast) {
                if (status(port, transport) == status) {
                    intervals.add(new PortInterval(first, port));
                }
                first = port + 1;
            }
        }
        return PortSet.of(intervals);
    }

    /** Writes ascending numbers as differences, which compress well. */
    private static void writeDifferences(int[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            out.writeInt(numbers[i] - (i == 0 ? 0 : numbers[i - 1]));
        }
    }

    private static int[] readDifferences(ByteBuffer in) {
        int[] numbers = new int[in.getInt()];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + numbers.length * Integer.BYTES);
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] += numbers[i - 1];
        }
        return numbers;
    }
}
