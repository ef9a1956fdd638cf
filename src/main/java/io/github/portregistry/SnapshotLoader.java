package io.github.portregistry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Reads the bundled edition from the jar: its snapshot, and the index of its names. */
final class SnapshotLoader {

    /**
     * The SHA-256 of the file from which the resources were built. Resources that were built from another file are
     * refused.
     */
    static final String SHA256 = "157c2d9844409dc7b948ee72ba03dcb511501b76157820c7a85bd528baa4a660";

    static final String ROWS = "bundled-edition.snapshot";
    static final String NAMES = "bundled-edition.names";

    private SnapshotLoader() {}

    /**
     * Returns the snapshot in the jar.
     *
     * @throws IllegalStateException if the snapshot is missing or damaged
     */
    static Snapshot load() {
        return Snapshot.read(open(ROWS));
    }

    /** Reads the index of the edition's names. This is a class, since a lambda would have to be linked first. */
    static final class Names implements Supplier<RowsByName> {

        private final List<PortAssignment> rows;

        Names(List<PortAssignment> rows) {
            this.rows = rows;
        }

        @Override
        public RowsByName get() {
            return new RowsByName(rows, open(NAMES).content());
        }
    }

    private static SnapshotBytes open(String resource) {
        SnapshotBytes sealed = fromJar(resource);
        return sealed == null ? fromClassLoader(resource) : sealed;
    }

    /**
     * Reads a resource directly from the jar of this class. Returns null if the class is not from a plain jar, or if
     * the jar was replaced or cannot be read. The class loader could read the resource, too, but it first searches
     * every module of the JDK, which takes a good part of the time to the first answer of a fresh process.
     */
    private static @Nullable SnapshotBytes fromJar(String resource) {
        try {
            CodeSource source = SnapshotLoader.class.getProtectionDomain().getCodeSource();
            URL location = source == null ? null : source.getLocation();
            if (location == null || !location.getProtocol().equals("file")) {
                return null;
            }
            File file = new File(location.toURI());
            return file.isFile() ? fromJar(file, resource) : null;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return null; // for example in a native image, where the location is the executable
        }
    }

    private static @Nullable SnapshotBytes fromJar(File file, String resource) throws IOException {
        String folder = SnapshotLoader.class.getPackageName().replace('.', '/');
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(folder + "/" + resource);
            if (entry == null) {
                return null;
            }
            SnapshotBytes sealed = SnapshotBytes.open(jar.getInputStream(entry).readAllBytes());
            return sealed.sha256().equals(SHA256) ? sealed : null;
        }
    }

    private static SnapshotBytes fromClassLoader(String resource) {
        try (InputStream in = SnapshotLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar has no resource " + resource);
            }
            SnapshotBytes sealed = SnapshotBytes.open(in.readAllBytes());
            if (!sealed.sha256().equals(SHA256)) {
                throw new IllegalStateException("the library's resource " + resource + " comes from another jar");
            }
            return sealed;
        } catch (IOException e) {
            throw new IllegalStateException("the library's resource " + resource + " cannot be read", e);
        }
    }
}
