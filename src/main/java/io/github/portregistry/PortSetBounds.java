package io.github.portregistry;

import java.util.Arrays;

/**
 * The arithmetic of {@link PortSet} on bounds. The bounds of a set are, for each interval in ascending order, its first
 * port and its last port plus 1. They are strictly ascending.
 */
final class PortSetBounds {

    private static final int END = PortInterval.MAX_PORT + 1;

    private PortSetBounds() {}

    /** Returns the bounds of the union of sorted intervals. */
    static int[] union(PortInterval[] sorted) {
        Builder result = new Builder(2 * sorted.length);
        for (PortInterval interval : sorted) {
            result.add(interval.first(), interval.last() + 1);
        }
        return result.toArray();
    }

    static int[] union(int[] a, int[] b) {
        Builder result = new Builder(a.length + b.length);
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            if (j == b.length || (i < a.length && a[i] <= b[j])) {
                result.add(a[i], a[i + 1]);
                i += 2;
            } else {
                result.add(b[j], b[j + 1]);
                j += 2;
            }
        }
        return result.toArray();
    }

    static int[] intersection(int[] a, int[] b) {
        Builder result = new Builder(a.length + b.length);
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int first = Math.max(a[i], b[j]);
            int end = Math.min(a[i + 1], b[j + 1]);
            if (first < end) {
                result.add(first, end);
            }
            if (a[i + 1] == end) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return result.toArray();
    }

    static int[] complement(int[] bounds) {
        int from = bounds.length > 0 && bounds[0] == 0 ? 1 : 0;
        int to = bounds.length > 0 && bounds[bounds.length - 1] == END ? bounds.length - 1 : bounds.length;
        int[] result = new int[to - from + (1 - from) + (to == bounds.length ? 1 : 0)];
        System.arraycopy(bounds, from, result, 1 - from, to - from);
        if (to == bounds.length) {
            result[result.length - 1] = END;
        }
        return result;
    }

    /** Returns whether every interval of {@code b} lies in one of {@code a}. */
    static boolean containsAll(int[] a, int[] b) {
        int i = b.length == 0 ? 0 : indexFrom(a, b[0]);
        for (int j = 0; j < b.length; j += 2) {
            while (i < a.length && a[i + 1] < b[j + 1]) {
                i += 2;
            }
            if (i == a.length || b[j] < a[i]) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether an interval of {@code a} overlaps one of {@code b}. */
    static boolean intersects(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return false;
        }
        int i = indexFrom(a, b[0]);
        int j = indexFrom(b, a[0]);
        while (i < a.length && j < b.length) {
            if (a[i + 1] <= b[j]) {
                i += 2;
            } else if (b[j + 1] <= a[i]) {
                j += 2;
            } else {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the index of the first interval that ends at or after a port, or the number of bounds if there is none.
     */
    static int indexFrom(int[] bounds, int port) {
        int found = Arrays.binarySearch(bounds, port);
        int passed = found >= 0 ? found + 1 : -found - 1; // if not found, the result is -(insertion point) - 1
        return passed - passed % 2; // if odd, the port is inside the interval that begins at the last bound passed
    }

    /** Builds bounds from parts, which are added in ascending order of their first ports. */
    private static final class Builder {

        private final int[] values;
        private int size;

        Builder(int capacity) {
            values = new int[capacity];
        }

        /**
         * Adds the ports from {@code first} to {@code end}, exclusive, and merges them with the last part if they touch
         * or overlap.
         */
        void add(int first, int end) {
            if (size > 0 && first <= values[size - 1]) {
                values[size - 1] = Math.max(values[size - 1], end);
            } else {
                values[size++] = first;
                values[size++] = end;
            }
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
