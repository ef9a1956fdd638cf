package io.github.portregistry;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Checks that a file can be a later edition than another, and is whole. */
final class UpdateCheck {

    /** In eight years, no edition of IANA's had over 200 rows fewer than one before it. */
    private static final int MAX_ROWS_FEWER = 200;

    private UpdateCheck() {}

    /**
     * Checks a file, which has the given edition, against the rows of an earlier one.
     *
     * @throws PortRegistryParseException if the file is cut off or older
     */
    static void check(Path csv, IanaCsvFile file, Edition edition, List<PortAssignment> earlierRows, Edition earlier) {
        if (file.isCut()) {
            throw refused(csv, file.lastLine(), "not the whole registry: the last row has no line feed");
        }
        if (earlier.asOf() != null && (edition.asOf() == null || edition.asOf().compareTo(earlier.asOf()) < 0)) {
            throw refused(
                    csv,
                    0,
                    "older than the earlier edition: the newest date is " + Objects.toString(edition.asOf(), "missing")
                            + ", and the earlier edition is as of " + earlier.asOf());
        }
        if (file.rows().size() < earlierRows.size() - MAX_ROWS_FEWER) {
            throw refused(
                    csv,
                    0,
                    "not the whole registry: the number of rows is "
                            + file.rows().size() + ", and the earlier edition has " + earlierRows.size());
        }
        if (!earlierRows.isEmpty()) {
            PortAssignment last = earlierRows.get(earlierRows.size() - 1);
            if (file.rows().stream().noneMatch(row -> isSame(row, last))) {
                throw refused(
                        csv, 0, "not the whole registry: the last row of the earlier edition is missing, " + last);
            }
        }
    }

    private static boolean isSame(PortAssignment row, PortAssignment other) {
        return row.serviceName().equals(other.serviceName())
                && Objects.equals(row.ports(), other.ports())
                && row.transport() == other.transport();
    }

    private static PortRegistryParseException refused(Path csv, long line, String message) {
        return new PortRegistryParseException(csv, new PortRegistryParseException(line, message));
    }
}
