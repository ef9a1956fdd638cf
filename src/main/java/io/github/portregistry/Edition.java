package io.github.portregistry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Identifies an edition of the registry. Generated configurations should state the edition that they were generated
 * from.
 *
 * <p>This class is immutable and thread-safe. It cannot be serialized. Do not create or deconstruct editions in your own
 * code, since this class may gain components.
 *
 * <pre>{@code
 * registry.edition();                // bundled, 14... rows, newest date 20..., SHA-256 ...
 * registry.edition().bundled();      // true
 * }</pre>
 *
 * @param rows the number of rows of every state, without those of an overlay; 0 or more
 * @param newestDate the newest registration or modification date of all rows, or null if no row has one
 * @param asOf the date of the assignments: the newest date, or a later month if the compiler of the file says so; null
 *     if it is unknown
 * @param peopleAsOf the month of people, dates, notes, references and services without a port, if these are older than
 *     the assignments. A blank field of these, or a missing service without a port, then says nothing about IANA's file.
 *     Null if no such gap is known
 * @param sha256 the SHA-256 of the file's bytes, in lower-case hexadecimal, or null if the rows were not read from bytes
 * @param fileName the name of the file, in one line and without folders, or null if the rows were not read from a path
 */
@CheckReturnValue
public record Edition(
        int rows,
        @Nullable RegistryDate newestDate,
        @Nullable RegistryDate asOf,
        @Nullable RegistryDate peopleAsOf,
        @Nullable String sha256,
        @Nullable String fileName) {

    /** The SHA-256 of the edition in this jar. A snapshot of another edition is refused. */
    static final String BUNDLED_SHA256 = "dfb973d8a7180062cc8c4820e4103dab1040ae30f35e9b086af327b1080e103d";

    /**
     * Creates an edition. The file's name is made one line.
     *
     * @param rows the number of rows, 0 or more
     * @param newestDate the newest date, or null
     * @param asOf the date of the assignments, or null
     * @param peopleAsOf the month of the people, or null
     * @param sha256 64 digits in lower-case hexadecimal, or null
     * @param fileName the name of the file, or null
     * @throws IllegalArgumentException if the number of rows is negative, or the SHA-256 is not one
     */
    public Edition {
        if (rows < 0) {
            throw new IllegalArgumentException("number of rows " + rows + " is negative");
        }
        if (sha256 != null && !isSha256(sha256)) {
            throw new IllegalArgumentException(Texts.quoted(sha256) + " is not a SHA-256 in lower-case hexadecimal");
        }
        fileName = fileName == null ? null : Texts.oneLine(fileName);
    }

    /** A plain loop, since a regular expression would slow down the first answer of a fresh process. */
    private static boolean isSha256(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.length() == BUNDLED_SHA256.length();
    }

    /** Returns the edition of rows, whose assignments are as of their newest date. */
    static Edition of(List<PortAssignment> rows, @Nullable String sha256, @Nullable String fileName) {
        RegistryDate newest = null;
        for (PortAssignment row : rows) {
            newest = later(later(newest, row.registrationDate()), row.modificationDate());
        }
        return new Edition(rows.size(), newest, newest, null, sha256, fileName);
    }

    private static @Nullable RegistryDate later(@Nullable RegistryDate a, @Nullable RegistryDate b) {
        return a == null || (b != null && b.compareTo(a) > 0) ? b : a;
    }

    /**
     * Returns whether this is the edition in this jar, whether it was read from the jar or from a file with the same
     * bytes.
     *
     * @return true if the SHA-256 is that of {@linkplain PortRegistry#bundled() the bundled} edition
     */
    public boolean bundled() {
        return BUNDLED_SHA256.equals(sha256);
    }

    /**
     * Returns a description of this edition, in one line.
     *
     * @return the source, the number of rows, the newest date, the SHA-256, and the dates of the assignments and the
     *     people if they differ from the newest date, as far as they are known
     */
    @Override
    public String toString() {
        return (fileName != null ? fileName + ", " : bundled() ? "bundled, " : "")
                + Texts.counted(rows, "row")
                + (newestDate == null ? "" : ", newest date " + newestDate)
                + (sha256 == null ? "" : ", SHA-256 " + sha256)
                + (asOf == null || asOf.equals(newestDate) ? "" : ", assignments as of " + asOf)
                + (peopleAsOf == null ? "" : ", people as of " + peopleAsOf);
    }
}
