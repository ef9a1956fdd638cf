package example.nullness;

import io.github.portregistry.PortQuery;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;

/** Takes immutable values for mutable ones, and drops the results: three errors. */
public final class Dropped {

    private Dropped() {}

    public static PortRegistry define(PortRegistry registry) {
        registry.withDefinition("A", "80/tcp");
        return registry;
    }

    public static PortSet add(PortSet set, PortSet other) {
        set.union(other);
        return set;
    }

    public static PortQuery restrict(PortQuery query) {
        query.port(80);
        return query;
    }
}
