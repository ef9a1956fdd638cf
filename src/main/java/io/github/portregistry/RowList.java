package io.github.portregistry;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable list of rows, as stored in an index. Nearly all of these lists have one row, which has its own field.
 * {@link List#of} would return lists of two classes, which makes a loop over ports with one name and with several
 * slower.
 */
final class RowList extends AbstractList<PortAssignment> implements RandomAccess {

    private static final RowList EMPTY = new RowList(null, null);

    private final @Nullable PortAssignment first;

    /** All rows, or null if there are fewer than two. */
    private final PortAssignment @Nullable [] several;

    private RowList(@Nullable PortAssignment first, PortAssignment @Nullable [] several) {
        this.first = first;
        this.several = several;
    }

    /** Returns a list of rows. The array is not copied. */
    static RowList of(PortAssignment... rows) {
        return switch (rows.length) {
            case 0 -> EMPTY;
            case 1 -> new RowList(rows[0], null);
            default -> new RowList(rows[0], rows);
        };
    }

    /** Returns the rows of one list followed by those of another. */
    static RowList of(RowList first, RowList second) {
        if (second.isEmpty()) {
            return first;
        }
        PortAssignment[] both = Arrays.copyOf(first.toArray(new PortAssignment[0]), first.size() + second.size());
        for (int i = 0; i < second.size(); i++) {
            both[first.size() + i] = second.get(i);
        }
        return of(both);
    }

    @Override
    public int size() {
        return first == null ? 0 : several == null ? 1 : several.length;
    }

    /** Compares references, since there is only one empty list. This does not read the list from memory. */
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
        throw new IndexOutOfBoundsException("index " + index + " is out of bounds for size " + size());
    }
}
