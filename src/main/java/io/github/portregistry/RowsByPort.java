package io.github.portregistry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An index of the rows of each port.
 *
 * <p>The ends of all intervals cut the port space into segments. All ports of a segment have the same rows. The bundled
 * edition has some 7,000 segments. A look-up finds the segment of the port, then the rows of the segment.
 */
final class RowsByPort {

    static final TransportProtocol[] TRANSPORTS = TransportProtocol.values();
    private static final AssignmentStatus[] STATUSES = AssignmentStatus.values();

    private final List<PortAssignment> rows;

    /** The segment of each port. */
    final char[] segmentOf;

    /**
     * Where the rows of each segment begin in {@link #rowNumbers}. They are in file order, and end where those of the
     * next segment begin.
     */
    final int[] rowOffsets;

    final int[] rowNumbers;

    /** The ordinal of the status of each segment and transport. */
    final byte[] statuses;

    /** Assigned rows, by segment and transport, each list once it is asked for. A race only makes it twice. */
    private final @Nullable RowList[] lists;

    /** Creates an index of what {@link RowsByPortBuilder} has computed. The arrays are not copied. */
    RowsByPort(List<PortAssignment> rows, char[] segmentOf, int[] rowOffsets, int[] rowNumbers, byte[] statuses) {
        this.rows = rows;
        this.segmentOf = segmentOf;
        this.rowOffsets = rowOffsets;
        this.rowNumbers = rowNumbers;
        this.statuses = statuses;
        this.lists = new RowList[statuses.length];
    }

    /** Reads an index that {@link #write} has written. */
    RowsByPort(List<PortAssignment> rows, ByteBuffer in) {
        this.rows = rows;
        this.segmentOf = new char[PortInterval.MAX_PORT + 1];
        int[] firstPorts = readDifferences(in);
        for (int segment = 0; segment < firstPorts.length; segment++) {
            int end = segment + 1 < firstPorts.length ? firstPorts[segment + 1] : segmentOf.length;
            Arrays.fill(segmentOf, firstPorts[segment], end, (char) segment);
        }
        this.rowOffsets = readDifferences(in);
        this.rowNumbers = readDifferences(in);
        this.statuses = new byte[segments() * TRANSPORTS.length];
        in.get(statuses);
        this.lists = new RowList[statuses.length];
    }

    void write(DataOutputStream out) throws IOException {
        int[] firstPorts = IntStream.rangeClosed(0, PortInterval.MAX_PORT)
                .filter(port -> port == 0 || segmentOf[port] != segmentOf[port - 1])
                .toArray();
        writeDifferences(firstPorts, out);
        writeDifferences(rowOffsets, out);
        writeDifferences(rowNumbers, out);
        out.write(statuses);
    }

    private int segments() {
        return rowOffsets.length - 1;
    }

    /** Makes all lists now, which is worth it if all rows are at hand. */
    RowsByPort withAllLists() {
        for (int place = 0; place < lists.length; place++) {
            lists[place] = made(place);
        }
        return this;
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
        return list == null ? made(place) : list;
    }

    private RowList made(int place) {
        RowList list = statuses[place] == AssignmentStatus.ASSIGNED.ordinal()
                ? list(place / TRANSPORTS.length, TRANSPORTS[place % TRANSPORTS.length])
                : RowList.of();
        lists[place] = list;
        return list;
    }

    /** Returns the assigned rows of a transport that have any of some ports, each once, in file order; unmodifiable. */
    List<PortAssignment> assigned(PortSet ports, TransportProtocol transport) {
        if (ports.size() == 1) {
            return assigned(ports.first(), transport);
        }
        List<PortInterval> intervals = ports.intervals();
        int size = 0;
        for (PortInterval interval : intervals) {
            size += rowOffsets[segmentOf[interval.last()] + 1] - rowOffsets[segmentOf[interval.first()]];
        }
        int[] numbers = new int[size];
        size = 0;
        for (PortInterval interval : intervals) {
            int begin = rowOffsets[segmentOf[interval.first()]];
            int end = rowOffsets[segmentOf[interval.last()] + 1];
            System.arraycopy(rowNumbers, begin, numbers, size, end - begin);
            size += end - begin;
        }
        Arrays.sort(numbers);
        PortAssignment[] found = new PortAssignment[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            PortAssignment row = rows.get(numbers[i]);
            if ((i == 0 || numbers[i] != numbers[i - 1]) && isAssigned(row, transport)) {
                found[count++] = row;
            }
        }
        return RowList.of(Arrays.copyOf(found, count));
    }

    /** A plain loop, since a fresh process that looks up one port should not have to link a lambda. */
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

    /** Returns the ports that are in one of some states. */
    PortSet ports(Set<AssignmentStatus> statuses, TransportProtocol transport) {
        IntStream.Builder bounds = IntStream.builder();
        boolean isInside = false;
        for (int port = 0; port <= PortInterval.MAX_PORT; port++) {
            if (statuses.contains(status(port, transport)) != isInside) {
                isInside = !isInside;
                bounds.add(port);
            }
        }
        if (isInside) {
            bounds.add(PortInterval.MAX_PORT + 1);
        }
        return PortSet.ofBounds(bounds.build().toArray());
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
