package io.github.portregistry;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an index has ready, unmodifiable. Nearly all of these lists have one row, which is why that one has a place of
 * its own. And there is one class of them, where {@link List#of} has two, which a loop over ports with one name and with
 * three has to tell apart each time.
 */
final class RowList extends AbstractList<PortAssignment> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;
    private static final RowList EMPTY = new RowList(null, null);

    private final transient @Nullable PortAssignment first;

    /** All rows, or null if there are fewer than two. */
    private final transient PortAssignment @Nullable [] several;

    private RowList(@Nullable PortAssignment first, PortAssignment @Nullable [] several) {
        this.first = first;
        this.several = several;
    }

    /** Returns the list of rows, of which the array is given away. */
    static RowList of(PortAssignment... rows) {
        return switch (rows.length) {
            case 0 -> EMPTY;
            case 1 -> new RowList(rows[0], null);
            default -> new RowList(rows[0], rows);
        };
    }

    @Override
    public int size() {
        return first == null ? 0 : several == null ? 1 : several.length;
    }

    /** There is one empty list, so that to ask this of a list does not read it from memory. */
    @Override
    @SuppressWarnings("ReferenceEquality")
    public boolean isEmpty() {
        return this == EMPTY;
    }

    @Override
    public PortAssignment get(int index) {
        if (index == 0 && first != null) {
            return first;
        }
        return several == null ? outOfBounds(index) : several[index];
    }

    private PortAssignment outOfBounds(int index) {
        throw new IndexOutOfBoundsException("index " + index + " of " + size() + " rows");
    }

    /** Travels as a list of Java's own. */
    private Object writeReplace() {
        return List.copyOf(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw new InvalidObjectException("look-ups' rows are read as a list of Java's own");
    }
}
