package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The edition that is in the jar, loaded when first asked for. */
final class BundledEdition {

    private static final String RESOURCE = "service-names-port-numbers.csv";

    private static volatile @Nullable PortRegistry registry;

    private BundledEdition() {}

    static PortRegistry registry() {
        PortRegistry loaded = registry;
        return loaded != null ? loaded : load();
    }

    private static synchronized PortRegistry load() {
        PortRegistry loaded = registry;
        if (loaded == null) {
            try (InputStream csv = BundledEdition.class.getResourceAsStream(RESOURCE)) {
                if (csv == null) {
                    throw new IllegalStateException("the library's resource " + RESOURCE + " is missing");
                }
                registry = loaded = PortRegistry.parse(csv);
            } catch (IOException | PortRegistryParseException e) {
                throw new IllegalStateException("the library's resource " + RESOURCE + " is damaged", e);
            }
        }
        return loaded;
    }
}
