package example.nullness;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDate;
import io.github.portregistry.TransportProtocol;
import java.util.List;

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
        TransportProtocol transport = row.transport();
        RegistryDate date = row.registrationDate();
        String canonical = row.aliasOf();
        return row.serviceName()
                + (ports == null ? ", no port" : " " + ports)
                + (transport == null ? "" : "/" + transport.keyword())
                + (date == null ? "" : " since " + date.yearMonth())
                + (canonical == null ? "" : ", another name of " + canonical.strip());
    }

    public static int year(PortRegistry registry) {
        RegistryDate newest = registry.edition().newestDate();
        return newest == null ? 0 : newest.year();
    }
}
