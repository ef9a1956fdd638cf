package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Builds the snapshot of the bundled edition. The Maven build runs this after it has compiled the classes. */
final class SnapshotBuilder {

    private SnapshotBuilder() {}

    /**
     * Reads an edition and writes its snapshot and the index of its names.
     *
     * @param args IANA's file, the properties with the months of its assignments and of its people, and the folder to
     *     write to
     */
    public static void main(String[] args) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[1]))) {
            properties.load(reader);
        }
        IanaCsvFile file = IanaCsvFile.read(Path.of(args[0]), IanaCsvParser.strict(), IanaCsvFile.NO_LINES);
        String sha256 = Objects.requireNonNull(file.edition().sha256());
        if (!Edition.BUNDLED_SHA256.equals(sha256)) {
            throw new IllegalStateException("Edition.BUNDLED_SHA256 must be " + sha256);
        }
        Edition edition = new Edition(
                file.rows().size(),
                file.edition().newestDate(),
                RegistryDate.parse(properties.getProperty("as-of")),
                date(properties.getProperty("people-as-of")),
                sha256,
                null);
        Path folder = Path.of(args[2]);
        Files.write(folder.resolve(SnapshotLoader.ROWS), Snapshot.write(file.rows(), edition));
        Files.write(folder.resolve(SnapshotLoader.NAMES), Snapshot.writeNames(file.rows(), sha256));
    }

    private static @Nullable RegistryDate date(@Nullable String text) {
        return text == null ? null : RegistryDate.parse(text);
    }
}
