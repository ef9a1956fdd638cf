package io.github.portregistry;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Makes the snapshot of the bundled edition; the build runs this when the classes are compiled. */
final class SnapshotBuilder {

    private SnapshotBuilder() {}

    /**
     * Reads an edition and writes its snapshot.
     *
     * @param args IANA's file, the properties that say which month its assignments are of, and the snapshot's file
     */
    public static void main(String[] args) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[1]))) {
            properties.load(reader);
        }
        RegistryDate assignmentsOf = RegistryDate.parse(properties.getProperty("assignments-of"));
        RegistryFile file = RegistryFile.read(Path.of(args[0]), IanaCsvParser.strict());
        String sha256 = file.edition().sha256();
        if (!BundledEdition.SHA256.equals(sha256)) {
            throw new IllegalStateException("BundledEdition.SHA256 is to be " + sha256);
        }
        Edition edition = Edition.of(file.rows(), sha256, null, assignmentsOf);
        Files.write(Path.of(args[2]), Snapshot.write(file.rows(), edition));
    }
}
