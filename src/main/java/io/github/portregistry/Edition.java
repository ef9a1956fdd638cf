package io.github.portregistry;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an edition of the registry. Generated configurations should state the edition that they were generated
 * from.
 *
 * <p>This class is immutable and thread-safe.
 *
 * <pre>{@code
 * registry.edition();                  // bundled, 14... rows, newest date 20..., SHA-256 ..., assignments of 20...
 * registry.edition().isBundled();      // true
 * }</pre>
 */
public final class Edition {

    private final int rows;
    private final @Nullable RegistryDate newestDate;
    private final @Nullable String sha256;
    private final @Nullable String fileName;
    private final @Nullable RegistryDate assignmentsOf;

    Edition(
            int rows,
            @Nullable RegistryDate newestDate,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable RegistryDate assignmentsOf) {
        this.rows = rows;
        this.newestDate = newestDate;
        this.sha256 = sha256;
        this.fileName = fileName;
        this.assignmentsOf = assignmentsOf;
    }

    /** Returns the edition of rows that are not from a file. */
    static Edition of(List<PortAssignment> rows) {
        return of(rows, null, null, null);
    }

    static Edition of(
            List<PortAssignment> rows,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable RegistryDate assignmentsOf) {
        RegistryDate newest = null;
        for (PortAssignment row : rows) {
            newest = later(later(newest, row.registrationDate()), row.modificationDate());
        }
        return new Edition(rows.size(), newest, sha256, fileName, assignmentsOf);
    }

    private static @Nullable RegistryDate later(@Nullable RegistryDate a, @Nullable RegistryDate b) {
        return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
    }

    /**
     * Returns the number of rows of every state. Rows of an overlay do not count.
     *
     * @return the number of rows, 0 or more
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns the newest registration or modification date of all rows.
     *
     * @return the date, or null if no row has one
     */
    public @Nullable RegistryDate newestDate() {
        return newestDate;
    }

    /**
     * Returns the SHA-256 of the file's bytes.
     *
     * @return the digest in lower-case hexadecimal, or null if the rows were not read from bytes
     */
    public @Nullable String sha256() {
        return sha256;
    }

    /**
     * Returns the name of the file from which the rows were read.
     *
     * @return the name without folders, or null if the rows were not read from a path
     */
    public @Nullable String fileName() {
        return fileName;
    }

    /**
     * Returns whether this is the edition in the jar.
     *
     * @return true if it is {@linkplain PortRegistry#bundled() the bundled} one
     */
    public boolean isBundled() {
        return assignmentsOf != null;
    }

    /**
     * Returns the month of the bundled edition's assignments. It is later than {@link #newestDate()} if the dates of
     * the newest assignments are unknown.
     *
     * @return the month, or null if this is not the bundled edition
     */
    public @Nullable RegistryDate assignmentsOf() {
        return assignmentsOf;
    }

    /** The fields, for comparisons. */
    private List<@Nullable Object> parts() {
        return Arrays.asList(rows, newestDate, sha256, fileName, assignmentsOf);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edition edition && parts().equals(edition.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /**
     * Returns a description of this edition, in one line.
     *
     * @return the source, the number of rows, the newest date, the SHA-256 and the month of the assignments, as far as
     *     they are known
     */
    @Override
    public String toString() {
        return (isBundled() ? "bundled, " : fileName == null ? "" : Texts.oneLine(fileName) + ", ")
                + Texts.counted(rows, "row")
                + (newestDate == null ? "" : ", newest date " + newestDate)
                + (sha256 == null ? "" : ", SHA-256 " + sha256)
                + (assignmentsOf == null ? "" : ", assignments of " + assignmentsOf);
    }
}
