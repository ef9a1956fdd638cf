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

/** The place of the bundled edition: where its snapshot, and the index of its names, are read from. */
final class BundledEdition {

    /** The file's that this class was built with: what was made of another one is not this class's, wherever it is found. */
    static final String SHA256 = "157c2d9844409dc7b948ee72ba03dcb511501b76157820c7a85bd528baa4a660";

    static final String ROWS = "bundled-edition.snapshot";
    static final String NAMES = "bundled-edition.names";

    private BundledEdition() {}

    /**
     * Returns the snapshot in the jar.
     *
     * @throws IllegalStateException if it is missing or damaged
     */
    static Snapshot load() {
        return Snapshot.read(open(ROWS));
    }

    /** Reads the index of the edition's names. A class of its own, since a lambda would have to be linked. */
    static final class Names implements Supplier<NameIndex> {

        private final List<PortAssignment> rows;

        Names(List<PortAssignment> rows) {
            this.rows = rows;
        }

        @Override
        public NameIndex get() {
            return new NameIndex(rows, open(NAMES).content());
        }
    }

    private static Sealed open(String resource) {
        Sealed sealed = fromJar(resource);
        return sealed == null ? fromClassLoader(resource) : sealed;
    }

    /**
     * Reads the jar that this class is from, or returns null if it is from no plain jar, or from one that was replaced or
     * may not be looked at. A class loader would do, but it looks for a resource in every module of Java's own first, which
     * is a good part of what a fresh process waits for its first answer.
     */
    private static @Nullable Sealed fromJar(String resource) {
        try {
            CodeSource source = BundledEdition.class.getProtectionDomain().getCodeSource();
            URL location = source == null ? null : source.getLocation();
            if (location == null || !location.getProtocol().equals("file")) {
                return null;
            }
            File file = new File(location.toURI());
            return file.isFile() ? fromJar(file, resource) : null;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return null; // a native image, for one, gives its own executable here
        }
    }

    private static @Nullable Sealed fromJar(File file, String resource) throws IOException {
        String folder = BundledEdition.class.getPackageName().replace('.', '/');
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(folder + "/" + resource);
            if (entry == null) {
                return null;
            }
            Sealed sealed = Sealed.open(jar.getInputStream(entry).readAllBytes());
            return sealed.sha256().equals(SHA256) ? sealed : null;
        }
    }

    private static Sealed fromClassLoader(String resource) {
        try (InputStream in = BundledEdition.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the library's jar has no resource " + resource);
            }
            Sealed sealed = Sealed.open(in.readAllBytes());
            if (!sealed.sha256().equals(SHA256)) {
                throw new IllegalStateException("the library's resource " + resource + " is that of another jar");
            }
            return sealed;
        } catch (IOException e) {
            throw new IllegalStateException("the library's resource " + resource + " cannot be read", e);
        }
    }
}
