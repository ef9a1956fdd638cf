package io.github.portregistry;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Builds the index of the rows of each port, from rows or from an index of some rows and further ones. */
final class RowsByPortBuilder {

    private static final TransportProtocol[] TRANSPORTS = RowsByPort.TRANSPORTS;

    /**
     * The number of segments that all rows together may cover: enough for some wide blocks of your own, plus more than
     * ten times what a row of IANA's needs. Without a limit, a file with nested intervals would take memory in the
     * square of its size.
     */
    private static final int MAX_COVERED = 100_000;

    private static final int MAX_COVERED_PER_ROW = 16;

    private final RowsByPort index;
    private final List<PortAssignment> all;
    private final WithPorts added;

    /** The number of each port's segment. */
    private final char[] segmentOf;

    private final int segments;

    /** For each segment, the segment of the earlier index in which it lies. */
    private final char[] earlier;

    private RowsByPortBuilder(RowsByPort index, List<PortAssignment> all, int begin) {
        this.index = index;
        this.all = all;
        this.added = new WithPorts(all, begin);
        this.segmentOf = cut(index, added);
        this.segments = segmentOf[PortInterval.MAX_PORT] + 1;
        this.earlier = new char[segments];
        for (int port = 0; port <= PortInterval.MAX_PORT; port++) {
            earlier[segmentOf[port]] = index.segmentOf[port];
        }
    }

    /**
     * Builds the index of rows.
     *
     * @throws IllegalArgumentException if their intervals overlap too often
     */
    static RowsByPort of(List<PortAssignment> rows) {
        byte[] unlisted = new byte[TRANSPORTS.length];
        Arrays.fill(unlisted, (byte) AssignmentStatus.UNLISTED.ordinal());
        RowsByPort none =
                new RowsByPort(List.of(), new char[PortInterval.MAX_PORT + 1], new int[2], new int[0], unlisted);
        return extend(none, rows, 0).withAllLists();
    }

    /**
     * Builds an index of more rows than another index has. It reads only the further rows.
     *
     * @param index the index of the earlier rows
     * @param all all rows
     * @param begin the number of the first further row
     * @throws IllegalArgumentException if the intervals overlap too often
     */
    static RowsByPort extend(RowsByPort index, List<PortAssignment> all, int begin) {
        RowsByPortBuilder indexer = new RowsByPortBuilder(index, all, begin);
        int[] rowOffsets = indexer.rowOffsets();
        return new RowsByPort(all, indexer.segmentOf, rowOffsets, indexer.rowNumbers(rowOffsets), indexer.statuses());
    }

    private int earlierRows(int segment) {
        return index.rowOffsets[earlier[segment] + 1] - index.rowOffsets[earlier[segment]];
    }

    private int[] rowOffsets() {
        int[] offsets = new int[segments + 1];
        long covered = 0;
        for (int segment = 0; segment < segments; segment++) {
            offsets[segment + 1] = earlierRows(segment);
            covered += earlierRows(segment);
        }
        long limit = MAX_COVERED + (long) MAX_COVERED_PER_ROW * all.size();
        for (int i = 0; i < added.size; i++) {
            covered += added.last(i, segmentOf) - added.first(i, segmentOf) + 1;
            if (covered > limit) {
                throw new IllegalArgumentException("the intervals of the rows overlap more than " + limit + " times");
            }
            for (int segment = added.first(i, segmentOf); segment <= added.last(i, segmentOf); segment++) {
                offsets[segment + 1]++;
            }
        }
        for (int segment = 0; segment < segments; segment++) {
            offsets[segment + 1] += offsets[segment];
        }
        return offsets;
    }

    private int[] rowNumbers(int[] offsets) {
        int[] numbers = new int[offsets[segments]];
        int[] next = offsets.clone();
        for (int segment = 0; segment < segments; segment++) {
            int count = earlierRows(segment);
            System.arraycopy(index.rowNumbers, index.rowOffsets[earlier[segment]], numbers, next[segment], count);
            next[segment] += count;
        }
        for (int i = 0; i < added.size; i++) {
            for (int segment = added.first(i, segmentOf); segment <= added.last(i, segmentOf); segment++) {
                numbers[next[segment]++] = added.rowNumbers[i];
            }
        }
        return numbers;
    }

    private byte[] statuses() {
        byte[] statuses = new byte[segments * TRANSPORTS.length];
        for (int place = 0; place < statuses.length; place++) {
            int segment = earlier[place / TRANSPORTS.length];
            statuses[place] = index.statuses[segment * TRANSPORTS.length + place % TRANSPORTS.length];
        }
        for (int i = 0; i < added.size; i++) {
            int end = (added.last(i, segmentOf) + 1) * TRANSPORTS.length;
            for (int place = added.first(i, segmentOf) * TRANSPORTS.length; place < end; place++) {
                boolean applies = (added.transports[i] >> place % TRANSPORTS.length & 1) != 0;
                if (applies && added.statuses[i] < statuses[place]) {
                    statuses[place] = added.statuses[i];
                }
            }
        }
        return statuses;
    }

    /**
     * What the index needs of the rows that have ports. Each row is read only once, since the rows are mostly not in the
     * processor's cache.
     */
    private static final class WithPorts {

        final int[] rowNumbers;
        final char[] firstPorts;
        final char[] lastPorts;
        final byte[] statuses;

        /** A bit for each transport that the row applies to, at its ordinal. */
        final byte[] transports;

        /** The number of rows that have ports. The arrays have a place for every row. */
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

        int first(int row, char[] segmentOf) {
            return segmentOf[firstPorts[row]];
        }

        int last(int row, char[] segmentOf) {
            return segmentOf[lastPorts[row]];
        }
    }

    /** Returns the segment of each port: those of an index, cut at the ends of further intervals. */
    private static char[] cut(RowsByPort index, WithPorts added) {
        BitSet starts = new BitSet(index.segmentOf.length);
        for (int i = 0; i < added.size; i++) {
            starts.set(added.firstPorts[i]);
            starts.set(added.lastPorts[i] + 1);
        }
        char[] segments = new char[index.segmentOf.length];
        for (int port = 1; port < segments.length; port++) {
            boolean isStart = index.segmentOf[port] != index.segmentOf[port - 1] || starts.get(port);
            segments[port] = (char) (segments[port - 1] + (isStart ? 1 : 0));
        }
        return segments;
    }
}
