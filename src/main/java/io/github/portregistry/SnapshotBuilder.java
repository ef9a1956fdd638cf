package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        try (InputStream csv = Files.newInputStream(Path.of(args[0]))) {
            Sha256 sha256 = new Sha256(csv);
            List<PortAssignment> rows = IanaCsvParser.strict().parse(sha256.stream());
            Edition edition = Edition.of(rows, sha256.hex(), Edition.Source.BUNDLED, assignmentsOf);
            Files.write(Path.of(args[2]), Snapshot.write(rows, edition));
        }
    }
}
