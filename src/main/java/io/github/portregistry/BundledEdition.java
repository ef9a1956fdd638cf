package io.github.portregistry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The place of the bundled edition: where its snapshot is read from. */
final class BundledEdition {

    /** The file's that this class was built with: a snapshot of another one is not this class's, wherever it was found. */
    static final String SHA256 = "157c2d9844409dc7b948ee72ba03dcb511501b76157820c7a85bd528baa4a660";

    private static final String RESOURCE = "bundled-edition.snapshot";

    private BundledEdition() {}

    /**
     * Returns the snapshot in the jar.
     *
     * @throws IllegalStateException if it is missing or damaged
     */
    static Snapshot load() {
        Snapshot snapshot = fromJar();
        return snapshot == null ? fromClassLoader() : snapshot;
    }

    /**
     * Reads the jar that this class is from, or returns null if it is from no plain jar, or from one that was replaced or
     * may not be looked at. A class loader would do, but it looks for a resource in every module of Java's own first, which
     * is a good part of what a fresh process waits for its first answer. For the same reason no text is made with
     * {@code +} here.
     */
    private static @Nullable Snapshot fromJar() {
        try {
            CodeSource source = BundledEdition.class.getProtectionDomain().getCodeSource();
            URL location = source == null ? null : source.getLocation();
            if (location == null || !location.getProtocol().equals("file")) {
                return null;
            }
            File file = new File(location.toURI());
            return file.isFile() ? fromJar(file) : null;
        } catch (IOException | URISyntaxException | RuntimeException e) {
            return null; // a native image, for one, gives its own executable here
        }
    }

    private static @Nullable Snapshot fromJar(File file) throws IOException {
        String folder = BundledEdition.class.getPackageName().replace('.', '/');
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(folder.concat("/").concat(RESOURCE));
            if (entry == null) {
                return null;
            }
            Snapshot snapshot = Snapshot.read(jar.getInputStream(entry).readAllBytes());
            return isOurs(snapshot) ? snapshot : null;
        }
    }

    private static Snapshot fromClassLoader() {
        try (InputStream resource = BundledEdition.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("the library's jar has no resource " + RESOURCE);
            }
            Snapshot snapshot = Snapshot.read(resource.readAllBytes());
            if (!isOurs(snapshot)) {
                throw new IllegalStateException("the library's resource " + RESOURCE + " is that of another jar");
            }
            return snapshot;
        } catch (IOException e) {
            throw new IllegalStateException("the library's resource " + RESOURCE + " cannot be read", e);
        }
    }

    private static boolean isOurs(Snapshot snapshot) {
        return SHA256.equals(snapshot.edition().sha256());
    }
}
