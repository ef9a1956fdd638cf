package example.nullness;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Explains assignments in one line each: every column that may be null is asked for, and checked. */
public final class Explanation {

    private Explanation() {}

    /** Loads the registry before somebody asks: a call for its effect, whose result may be dropped. */
    public static void load() {
        PortRegistry.bundled();
    }

    public static List<String> of(PortRegistry registry, String serviceName) {
        return registry.findByName(serviceName).stream().map(Explanation::of).toList();
    }

    public static String of(PortAssignment row) {
        PortInterval ports = row.ports();
        String where = ports == null ? "no port" : ports.size() == 1 ? "port " + ports.first() : "ports " + ports;
        return row.serviceName() + ": " + where + transport(row.transport()) + since(row.registrationDate())
                + alias(row.aliasOf());
    }

    public static int year(PortRegistry registry) {
        RegistryDate newest = registry.edition().newestDate();
        return newest == null ? 0 : newest.year();
    }

    private static String transport(@Nullable TransportProtocol transport) {
        return transport == null ? " of every transport" : "/" + transport.keyword();
    }

    private static String since(@Nullable RegistryDate date) {
        return date == null ? "" : " since " + date.yearMonth();
    }

    private static String alias(@Nullable String canonical) {
        return canonical == null ? "" : ", another name of " + canonical.strip();
    }
}
