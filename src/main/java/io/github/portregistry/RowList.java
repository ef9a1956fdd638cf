package io.github.portregistry;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that an index has ready, unmodifiable. Nearly all of these lists have one row, which is why that one has a place of
 * its own. And there is one class of them, where {@link List#of} has two, which a loop over ports with one name and with
 * three has to tell apart each time.
 */
final class RowList extends AbstractRows {

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

    /** Returns the rows of one list, then those of another. */
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
}
