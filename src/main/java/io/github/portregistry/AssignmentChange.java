package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An assignment before and after an update of the registry.
 *
 * <pre>{@code
 * PortAssignment before = PortAssignment.of("billing", PortInterval.of(49100), TCP, "Billing");
 * PortAssignment after = PortAssignment.of("billing", PortInterval.of(49100), TCP, "Invoices");
 * new AssignmentChange(before, after).columns();      // [DESCRIPTION]
 * }</pre>
 *
 * @param before the row of the earlier edition
 * @param after the row of the later edition
 */
@CheckReturnValue
public record AssignmentChange(PortAssignment before, PortAssignment after) implements Serializable {

    /**
     * Creates a change from one row to another.
     *
     * @param before the row of the earlier edition
     * @param after the row of the later edition
     */
    public AssignmentChange {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns the columns that differ.
     *
     * @return the columns in the order of the file; unmodifiable
     */
    public Set<IanaColumn> columns() {
        EnumSet<IanaColumn> columns = EnumSet.noneOf(IanaColumn.class);
        for (IanaColumn column : IanaColumn.values()) {
            if (!column.text(before).equals(column.text(after))) {
                columns.add(column);
            }
        }
        return Collections.unmodifiableSet(columns);
    }

    /**
     * Returns a description of this change, in one line.
     *
     * @return the assignment before the change, and each changed column with its field before and after; long fields
     *     are shortened
     */
    @Override
    public String toString() {
        return before + ": "
                + columns().stream()
                        .map(column -> column.header() + " " + Texts.quoted(column.text(before)) + " to "
                                + Texts.quoted(column.text(after)))
                        .collect(Collectors.joining(", "));
    }
}
