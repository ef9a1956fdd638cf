package io.github.portregistry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The place of the bundled edition: where its snapshot is read from. */
final class BundledEdition {

    private static final String RESOURCE = "bundled-edition.snapshot";

    private BundledEdition() {}

    /**
     * Returns the snapshot in the jar.
     *
     * @throws IllegalStateException if it is missing or damaged
     */
    static Snapshot load() {
        byte[] snapshot = readFromJar();
        try {
            return Snapshot.read(snapshot == null ? readByClassLoader() : snapshot);
        } catch (IOException e) {
            throw new IllegalStateException("the library's resource " + RESOURCE + " cannot be read", e);
        }
    }

    /**
     * Reads the jar that this class is from, or returns null if it is from no plain jar or the jar's path has characters
     * that a URL escapes. A class loader would do, but it looks for a resource in every module of Java's own first, which
     * is a good part of what a fresh process waits for its first answer. For the same reason no text is made with
     * {@code +} here.
     */
    private static byte @Nullable [] readFromJar() {
        CodeSource source = BundledEdition.class.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        if (location == null || !location.getProtocol().equals("file")) {
            return null;
        }
        File file = new File(location.getPath());
        if (!file.isFile()) {
            return null;
        }
        String folder = BundledEdition.class.getPackageName().replace('.', '/');
        try (ZipFile jar = new ZipFile(file)) {
            ZipEntry entry = jar.getEntry(folder.concat("/" + RESOURCE));
            return entry == null ? null : jar.getInputStream(entry).readAllBytes();
        } catch (IOException e) {
            return null; // no jar: a native image gives its own executable here
        }
    }

    private static byte[] readByClassLoader() throws IOException {
        try (InputStream snapshot = BundledEdition.class.getResourceAsStream(RESOURCE)) {
            if (snapshot == null) {
                throw new IllegalStateException("the library's jar has no resource " + RESOURCE);
            }
            return snapshot.readAllBytes();
        }
    }
}
