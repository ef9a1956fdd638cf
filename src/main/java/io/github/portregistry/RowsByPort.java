package io.github.portregistry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows cover a port.
 *
 * <p>The ends of all rows' intervals cut the port space into segments whose ports have the same rows; the bundled
 * edition has some 7,000. A port is looked up in two steps, first its segment, then what the segment has.
 */
final class RowsByPort implements RowLists.Maker {

    static final TransportProtocol[] TRANSPORTS = TransportProtocol.values();
    private static final AssignmentStatus[] STATUSES = AssignmentStatus.values();

    /** The number of lists that are made together: those of 16 segments. */
    private static final int PAGE = 64;

    private final List<PortAssignment> rows;

    /** The segment of each port. */
    final char[] segmentOf;

    /**
     * Where the rows that cover a segment begin in {@link #rowNumbers}, in file order. They end where the next
     * segment's begin.
     */
    final int[] rowOffsets;

    final int[] rowNumbers;

    /** Ordinal of the status, by segment and transport. */
    final byte[] statuses;

    /** Assigned rows, by segment and transport. */
    private final RowLists lists;

    /** Takes over what {@link RowsByPortBuilder} has made; the arrays are not copied. */
    RowsByPort(List<PortAssignment> rows, char[] segmentOf, int[] rowOffsets, int[] rowNumbers, byte[] statuses) {
        this.rows = rows;
        this.segmentOf = segmentOf;
        this.rowOffsets = rowOffsets;
        this.rowNumbers = rowNumbers;
        this.statuses = statuses;
        this.lists = new RowLists(statuses.length, PAGE, this);
    }

    /** Reads the index of rows that {@link #write} has written. */
    RowsByPort(List<PortAssignment> rows, ByteBuffer in) {
        this.rows = rows;
        this.segmentOf = new char[PortInterval.MAX_PORT + 1];
        in.asCharBuffer().get(segmentOf);
        in.position(in.position() + segmentOf.length * Character.BYTES);
        this.rowOffsets = readDifferences(in);
        this.rowNumbers = readDifferences(in);
        this.statuses = new byte[segments() * TRANSPORTS.length];
        in.get(statuses);
        this.lists = new RowLists(statuses.length, PAGE, this);
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

    /** Makes all lists now: whoever has all rows at hand need not wait for each. */
    RowsByPort withAllLists() {
        lists.makeAll();
        return this;
    }

    /** Returns the rows of any state that cover a port, file order. */
    List<PortAssignment> rows(int port) {
        int segment = segmentOf[PortInterval.requirePort(port)];
        List<PortAssignment> covering = new ArrayList<>();
        for (int i = rowOffsets[segment]; i < rowOffsets[segment + 1]; i++) {
            covering.add(rows.get(rowNumbers[i]));
        }
        return covering;
    }

    /** Returns the assigned rows of a port, file order, unmodifiable. */
    List<PortAssignment> assigned(int port) {
        return list(segmentOf[PortInterval.requirePort(port)], null);
    }

    /** Returns the assigned rows of a port and transport, file order, unmodifiable. */
    List<PortAssignment> assigned(int port, TransportProtocol transport) {
        return lists.get(place(port, transport));
    }

    @Override
    public RowList make(int place) {
        return statuses[place] == AssignmentStatus.ASSIGNED.ordinal()
                ? list(place / TRANSPORTS.length, TRANSPORTS[place % TRANSPORTS.length])
                : RowList.of();
    }

    /** Returns the assigned rows of a transport that have any of some ports, file order, each once, unmodifiable. */
    List<PortAssignment> assigned(PortSet ports, TransportProtocol transport) {
        BitSet numbers = new BitSet(rows.size());
        for (PortInterval interval : ports.intervals()) {
            int end = rowOffsets[segmentOf[interval.last()] + 1];
            for (int i = rowOffsets[segmentOf[interval.first()]]; i < end; i++) {
                numbers.set(rowNumbers[i]);
            }
        }
        List<PortAssignment> found = new ArrayList<>();
        for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
            PortAssignment row = rows.get(number);
            if (isAssigned(row, transport)) {
                found.add(row);
            }
        }
        return RowList.of(found.toArray(new PortAssignment[0]));
    }

    /** A plain loop: a fresh process that asks for one port should not have to link a lambda first. */
    private RowList list(int segment, @Nullable TransportProtocol transport) {
        PortAssignment[] list = new PortAssignment[rowOffsets[segment + 1] - rowOffsets[segment]];
        int size = 0;
        for (int i = rowOffsets[segment]; i < rowOffsets[segment + 1]; i++) {
            PortAssignment row = rows.get(rowNumbers[i]);
            if (isAssigned(row, transport)) {
                list[size++] = row;
            }
        }
        return RowList.of(Arrays.copyOf(list, size));
    }

    /** Returns whether a row is an assignment over a transport, or over any if it is null. */
    private static boolean isAssigned(PortAssignment row, @Nullable TransportProtocol transport) {
        return row.status() == AssignmentStatus.ASSIGNED && (transport == null || row.appliesTo(transport));
    }

    private int place(int port, TransportProtocol transport) {
        return segmentOf[PortInterval.requirePort(port)] * TRANSPORTS.length + transport.ordinal();
    }

    AssignmentStatus status(int port, TransportProtocol transport) {
        return STATUSES[statuses[place(port, transport)]];
    }

    /** Returns the ports that are in a state. */
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

    /** Writes ascending numbers so that they compress well. */
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
