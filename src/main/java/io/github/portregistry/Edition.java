package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which edition of the registry answers: what a generated configuration should say it was made from.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * registry.edition();               // 14... rows, newest date 20..., SHA-256 ..., bundled, assignments of 20...
 * registry.edition().source();      // BUNDLED
 * }</pre>
 *
 * @param rows number of rows, of every state
 * @param newestDate newest registration or modification date in a row, or null if no row has one
 * @param sha256 SHA-256 of the file's bytes in lower-case hexadecimal, or null if there were no bytes
 * @param source where the rows come from
 * @param assignmentsOf for the bundled edition, the month that its assignments are of; it is later than the newest
 *     date, since dates are not known of the newest assignments; otherwise null
 */
public record Edition(
        int rows,
        @Nullable RegistryDate newestDate,
        @Nullable String sha256,
        Source source,
        @Nullable RegistryDate assignmentsOf)
        implements Serializable {

    /** Where the rows of a registry come from. */
    public enum Source {
        /** The edition in the jar. */
        BUNDLED,
        /** A file. */
        PATH,
        /** A stream of bytes. */
        STREAM,
        /** Text. */
        READER,
        /** Assignments that the caller gave. */
        ASSIGNMENTS
    }

    /**
     * Checks the number and the source.
     *
     * @param rows number of rows, 0 or more
     * @param newestDate newest date, or null
     * @param sha256 SHA-256, or null
     * @param source source
     * @param assignmentsOf month of the bundled edition, or null
     * @throws IllegalArgumentException if the number of rows is negative
     */
    public Edition {
        if (rows < 0) {
            throw new IllegalArgumentException("number of rows " + rows + " is negative");
        }
        requireNonNull(source, "source");
    }

    /**
     * Returns what is known of the edition, in one line.
     *
     * @return rows, newest date, SHA-256, source and month of the assignments, those that there are
     */
    @Override
    public String toString() {
        String from = switch (source) {
            case BUNDLED -> "bundled";
            case PATH -> "from a path";
            case STREAM -> "from a stream";
            case READER -> "from a reader";
            case ASSIGNMENTS -> "from assignments";
        };
        return rows + " rows"
                + (newestDate == null ? "" : ", newest date " + newestDate)
                + (sha256 == null ? "" : ", SHA-256 " + sha256)
                + ", " + from
                + (assignmentsOf == null ? "" : ", assignments of " + assignmentsOf);
    }

    /** Returns the edition of rows. */
    static Edition of(
            List<PortAssignment> rows, @Nullable String sha256, Source source, @Nullable RegistryDate assignmentsOf) {
        RegistryDate newest = null;
        for (PortAssignment row : rows) {
            newest = later(later(newest, row.registrationDate()), row.modificationDate());
        }
        return new Edition(rows.size(), newest, sha256, source, assignmentsOf);
    }

    private static @Nullable RegistryDate later(@Nullable RegistryDate a, @Nullable RegistryDate b) {
        return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
    }
}
