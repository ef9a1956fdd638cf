package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The edition that is in the jar, loaded when first asked for. */
final class BundledEdition {

    private static final String CSV = "service-names-port-numbers.csv";
    private static final String PROPERTIES = "service-names-port-numbers.properties";

    private static volatile @Nullable PortRegistry registry;

    private BundledEdition() {}

    static PortRegistry registry() {
        PortRegistry loaded = registry;
        return loaded != null ? loaded : load();
    }

    private static synchronized PortRegistry load() {
        PortRegistry loaded = registry;
        if (loaded == null) {
            try (DigestInputStream csv = Edition.digesting(resource(CSV));
                    InputStream properties = resource(PROPERTIES)) {
                List<PortAssignment> rows = IanaCsvParser.strict().parse(csv);
                Properties known = new Properties();
                known.load(properties);
                YearMonth month = YearMonth.parse(known.getProperty("assignments-of", ""));
                registry = loaded = new PortRegistry(rows, Edition.of(rows, Edition.Source.BUNDLED, csv, month));
            } catch (IOException | PortRegistryParseException | DateTimeException e) {
                throw new IllegalStateException("the library's edition of the registry is damaged", e);
            }
        }
        return loaded;
    }

    private static InputStream resource(String name) {
        InputStream resource = BundledEdition.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("the library's resource " + name + " is missing");
        }
        return resource;
    }
}
