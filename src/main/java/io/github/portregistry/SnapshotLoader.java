package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads the bundled edition from the jar: its snapshot, and the index of its names. */
final class SnapshotLoader {

    static final String ROWS = "bundled-edition.snapshot";
    static final String NAMES = "bundled-edition.names";

    /** The folder of the resources. It is absolute, since a shrinker may move this class to another package. */
    private static final String FOLDER = "/io/github/portregistry/";

    private SnapshotLoader() {}

    /**
     * Returns the snapshot in the jar.
     *
     * @throws IllegalStateException if the snapshot is missing or damaged
     */
    static Snapshot load() {
        return Snapshot.read(open(ROWS));
    }

    /** The index of the edition's names. This is a class, since a lambda would have to be linked first. */
    static final class Names extends RegistryRows.Names {

        private final List<PortAssignment> rows;

        Names(List<PortAssignment> rows) {
            this.rows = rows;
        }

        @Override
        RowsByName index() {
            return new RowsByName(rows, open(NAMES).content());
        }
    }

    private static SnapshotBytes open(String resource) {
        try (InputStream in = SnapshotLoader.class.getResourceAsStream(FOLDER + resource)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar has no resource " + FOLDER + resource);
            }
            SnapshotBytes bytes = SnapshotBytes.open(in.readAllBytes());
            if (!bytes.sha256().equals(Edition.BUNDLED_SHA256)) {
                throw new IllegalStateException("the library's resource " + resource + " comes from another jar");
            }
            return bytes;
        } catch (IOException e) {
            throw new IllegalStateException("the library's resource " + resource + " cannot be read", e);
        }
    }
}
