package io.github.portregistry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which rows cover a port.
 *
 * <p>The ends of all rows' intervals cut the port space into segments whose ports have the same rows; the bundled
 * edition has some 7,000. A port is looked up in two steps, first its segment, then what the segment has.
 */
final class PortIndex {

    private static final TransportProtocol[] TRANSPORTS = TransportProtocol.values();
    private static final AssignmentStatus[] STATUSES = AssignmentStatus.values();

    /** In the places of the four transports, and this one, a segment has the list of its assigned rows. */
    private static final int ANY_TRANSPORT = TRANSPORTS.length;

    private static final int PLACES = TRANSPORTS.length + 1;

    private final List<PortAssignment> rows;

    /** The number of each port's segment. */
    private final char[] segmentOf = new char[PortInterval.MAX_PORT + 1];

    /** The first port of each segment, and 65536. */
    private final int[] firstPorts;

    /** The rows that cover a segment, file order, stand in {@link #rowNumbers} from here to the next one's. */
    private final int[] rowOffsets;

    private final int[] rowNumbers;

    /** Ordinal of the status, by segment and transport. */
    private final byte[] statuses;

    /** Lists of assigned rows, by segment and place, made when first asked for; to make one twice does no harm. */
    private final List<PortAssignment>[] lists;

    @SuppressWarnings({"unchecked", "rawtypes"})
    PortIndex(List<PortAssignment> rows) {
        this.rows = rows;
        this.firstPorts = cut();
        int segments = firstPorts.length - 1;
        this.rowOffsets = new int[segments + 1];
        this.statuses = new byte[segments * TRANSPORTS.length];
        this.lists = new List[segments * PLACES];
        Arrays.fill(statuses, (byte) AssignmentStatus.UNLISTED.ordinal());
        this.rowNumbers = fill();
    }

    private int[] cut() {
        BitSet starts = new BitSet(segmentOf.length);
        starts.set(0);
        for (PortAssignment row : rows) {
            PortInterval ports = row.ports();
            if (ports != null) {
                starts.set(ports.first());
                starts.set(ports.last() + 1);
            }
        }
        starts.clear(segmentOf.length);
        int[] firstPorts = new int[starts.cardinality() + 1];
        int segment = 0;
        for (int port = 0; port >= 0; port = starts.nextSetBit(port + 1)) {
            firstPorts[segment++] = port;
        }
        firstPorts[segment] = segmentOf.length;
        for (int i = 0; i < segment; i++) {
            Arrays.fill(segmentOf, firstPorts[i], firstPorts[i + 1], (char) i);
        }
        return firstPorts;
    }

    /** Counts the rows of each segment, then puts their numbers in place, and the statuses beside them. */
    private int[] fill() {
        for (PortAssignment row : rows) {
            PortInterval ports = row.ports();
            if (ports != null) {
                for (int segment = segmentOf[ports.first()]; segment <= segmentOf[ports.last()]; segment++) {
                    rowOffsets[segment + 1]++;
                }
            }
        }
        for (int segment = 1; segment < rowOffsets.length; segment++) {
            rowOffsets[segment] = Math.addExact(rowOffsets[segment], rowOffsets[segment - 1]);
        }
        int[] numbers = new int[rowOffsets[rowOffsets.length - 1]];
        int[] next = rowOffsets.clone();
        for (int number = 0; number < rows.size(); number++) {
            PortAssignment row = rows.get(number);
            PortInterval ports = row.ports();
            if (ports != null) {
                byte status = (byte) row.status().ordinal();
                for (int segment = segmentOf[ports.first()]; segment <= segmentOf[ports.last()]; segment++) {
                    numbers[next[segment]++] = number;
                    for (TransportProtocol transport : TRANSPORTS) {
                        int place = segment * TRANSPORTS.length + transport.ordinal();
                        if (applies(row, transport) && status < statuses[place]) {
                            statuses[place] = status;
                        }
                    }
                }
            }
        }
        return numbers;
    }

    /** Returns whether a row is of a transport: its own, or any if it names none. */
    static boolean applies(PortAssignment row, TransportProtocol transport) {
        return row.transport() == transport || row.transport() == null;
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
        return assigned(port, ANY_TRANSPORT);
    }

    /** Returns the assigned rows of a port and transport, file order, unmodifiable. */
    List<PortAssignment> assigned(int port, TransportProtocol transport) {
        return assigned(port, transport.ordinal());
    }

    private List<PortAssignment> assigned(int port, int place) {
        int index = segmentOf[PortInterval.requirePort(port)] * PLACES + place;
        List<PortAssignment> list = lists[index];
        return list != null ? list : (lists[index] = assignedNow(port, place));
    }

    private List<PortAssignment> assignedNow(int port, int place) {
        List<PortAssignment> list = rows(port);
        list.removeIf(row -> row.status() != AssignmentStatus.ASSIGNED
                || (place != ANY_TRANSPORT && !applies(row, TRANSPORTS[place])));
        return List.copyOf(list);
    }

    AssignmentStatus status(int port, TransportProtocol transport) {
        int segment = segmentOf[PortInterval.requirePort(port)];
        return STATUSES[statuses[segment * TRANSPORTS.length + transport.ordinal()]];
    }

    /** Returns the ports that are in a state. */
    PortSet ports(AssignmentStatus status, TransportProtocol transport) {
        List<PortInterval> intervals = new ArrayList<>();
        for (int segment = 0; segment < firstPorts.length - 1; segment++) {
            if (statuses[segment * TRANSPORTS.length + transport.ordinal()] == status.ordinal()) {
                intervals.add(new PortInterval(firstPorts[segment], firstPorts[segment + 1] - 1));
            }
        }
        return PortSet.of(intervals);
    }
}
