package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The edition that is in the jar, loaded when first asked for. */
final class BundledEdition {

    private static final String RESOURCE = "bundled-edition.snapshot";

    private static volatile @Nullable PortRegistry registry;

    private BundledEdition() {}

    static PortRegistry registry() {
        PortRegistry loaded = registry;
        return loaded != null ? loaded : load();
    }

    private static synchronized PortRegistry load() {
        PortRegistry loaded = registry;
        if (loaded == null) {
            try (InputStream snapshot = BundledEdition.class.getResourceAsStream(RESOURCE)) {
                if (snapshot == null) {
                    throw new IllegalStateException("the library's jar has no resource " + RESOURCE);
                }
                registry = loaded = Snapshot.read(snapshot.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException("the library's resource " + RESOURCE + " cannot be read", e);
            }
        }
        return loaded;
    }
}
