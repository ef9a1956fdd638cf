package io.github.portregistry;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An index of the rows of each service name: a hash table that ignores case in its hashes and comparisons.
 *
 * <p>Names are numbered in the order of their first rows. The index stores the number of each row, so that a look-up
 * needs only the rows of the name.
 */
final class RowsByName {

    /**
     * The number of places to try for a name. IANA's names all find one, but a file can have names that all have the
     * same hash.
     */
    private static final int PLACES = 64;

    /**
     * The number of names whose lists are made together, and the number of times that this is done before all others are
     * made at once. HotSpot compiles into a loop what the loop has often called by then. If that includes making lists,
     * the loop remains slow when there are none left to make.
     */
    private static final int PAGE = 16;

    private static final int MAX_PAGES = 64;

    private final List<PortAssignment> rows;

    /**
     * The number of a name plus 1, by hash. A name whose place is taken gets the next free one. The table is at most
     * half full.
     */
    private final int[] places;

    /** The last 16 bits of each name's spread hash. They tell nearly all names apart. */
    private final char[] hashes;

    /** The first row of each name. */
    private final int[] firstRows;

    /** For each row, the next row of the same name, or 0 if there is none. */
    private final int[] nextRows;

    /** The numbers of names that found no place, by folded name. */
    private final Map<String, Integer> crowdedOut = new HashMap<>();

    /** The rows of each name, once they are asked for. A race is harmless: it only makes lists twice. */
    private final @Nullable RowList[] lists;

    private int pages;

    /** Creates the index of rows. */
    RowsByName(List<PortAssignment> rows) {
        this.rows = rows;
        this.places = placesFor(rows);
        this.nextRows = new int[rows.size()];
        char[] hashOf = new char[rows.size()];
        int[] firstOf = new int[rows.size()];
        int[] lastOf = new int[rows.size()];
        int names = 0;
        for (int row = 0; row < nextRows.length; row++) {
            String name = rows.get(row).serviceName();
            if (name.isEmpty()) {
                continue;
            }
            int hash = spread(ServiceNames.foldedHash(name));
            int number = number(name, hash, hashOf, firstOf);
            if (number < 0) {
                number = names++;
                hashOf[number] = (char) hash;
                firstOf[number] = row;
                if (!place(number, hash)) {
                    crowdedOut.put(ServiceNames.folded(name), number);
                }
            } else {
                nextRows[lastOf[number]] = row;
            }
            lastOf[number] = row;
        }
        this.hashes = Arrays.copyOf(hashOf, names);
        this.firstRows = Arrays.copyOf(firstOf, names);
        this.lists = new RowList[names];
    }

    private static int[] placesFor(List<PortAssignment> rows) {
        return new int[Integer.highestOneBit(Math.max(1, rows.size())) << 2];
    }

    /** Puts a name in the first free place, and returns whether there was one. */
    private boolean place(int number, int hash) {
        for (int i = 0; i < PLACES; i++) {
            int place = placeOf(hash, i);
            if (places[place] == 0) {
                places[place] = number + 1;
                return true;
            }
        }
        return false;
    }

    /** Reads an index that {@link #write} has written. */
    RowsByName(List<PortAssignment> rows, ByteBuffer in) {
        this.rows = rows;
        this.places = placesFor(rows);
        this.hashes = new char[in.getInt()];
        this.firstRows = new int[hashes.length];
        this.nextRows = new int[rows.size()];
        this.lists = new RowList[hashes.length];
        for (int number = 0; number < hashes.length; number++) {
            hashes[number] = in.getChar();
            place(number, hashes[number]);
        }
        for (int number = 0, row = 0; number < hashes.length; number++) {
            row += in.getChar();
            firstRows[number] = row;
        }
        for (int row = 0; row < nextRows.length; row++) {
            int distance = in.getChar();
            nextRows[row] = distance == 0 ? 0 : row + distance;
        }
    }

    /**
     * Writes the hash of each name, the distance of its first row from that of the previous name, and the distance of
     * each row from the next row of its name. The 16 bits of a hash must decide on the place in the table.
     */
    void write(DataOutputStream out) throws IOException {
        if (!crowdedOut.isEmpty() || places.length > Character.MAX_VALUE + 1) {
            throw new IllegalArgumentException("too many rows, or too many names with the same hash");
        }
        out.writeInt(hashes.length);
        for (char hash : hashes) {
            out.writeChar(hash);
        }
        for (int number = 0; number < hashes.length; number++) {
            out.writeChar(firstRows[number] - (number == 0 ? 0 : firstRows[number - 1]));
        }
        for (int row = 0; row < nextRows.length; row++) {
            out.writeChar(Math.max(nextRows[row] - row, 0));
        }
    }

    /**
     * Returns the rows of a name, in file order; unmodifiable, empty if there are none. A name in lower case is tried
     * first with its own hash, which equals the folded hash and is already computed.
     */
    RowList find(String name) {
        int hash = name.hashCode();
        int number = number(name, spread(hash), hashes, firstRows);
        if (number < 0) {
            int foldedHash = ServiceNames.foldedHash(name);
            number = foldedHash == hash ? -1 : number(name, spread(foldedHash), hashes, firstRows);
            if (number < 0) {
                return RowList.of();
            }
        }
        RowList list = lists[number];
        return list == null ? made(number) : list;
    }

    private RowList made(int number) {
        boolean isOften = ++pages >= MAX_PAGES;
        int first = isOften ? 0 : number / PAGE * PAGE;
        int end = isOften ? lists.length : Math.min(first + PAGE, lists.length);
        for (int i = first; i < end; i++) {
            if (lists[i] == null) {
                lists[i] = list(i);
            }
        }
        return Objects.requireNonNull(lists[number]);
    }

    /** Returns the number of a name that has a given spread hash, or -1 if there is none. */
    private int number(String name, int hash, char[] hashes, int[] firstRows) {
        for (int i = 0; i < PLACES; i++) {
            int number = places[placeOf(hash, i)] - 1;
            if (number < 0) {
                return -1;
            }
            if (hashes[number] == (char) hash
                    && ServiceNames.isSame(rows.get(firstRows[number]).serviceName(), name)) {
                return number;
            }
        }
        Integer number = crowdedOut.get(ServiceNames.folded(name));
        return number == null ? -1 : number;
    }

    private int placeOf(int hash, int step) {
        return (hash + step) & (places.length - 1);
    }

    /** Spreads a hash, since its last bits, which decide on the place, depend on the last letters of a name alone. */
    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private RowList list(int number) {
        int size = 1;
        for (int row = nextRows[firstRows[number]]; row != 0; row = nextRows[row]) {
            size++;
        }
        PortAssignment[] list = new PortAssignment[size];
        int row = firstRows[number];
        for (int i = 0; i < size; i++) {
            list[i] = rows.get(row);
            row = nextRows[row];
        }
        return RowList.of(list);
    }
}
