package example.json;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import tools.jackson.databind.ObjectMapper;

/** Keeps the rows of a registry as JSON: they are records, and no mapper needs to be told more. */
public final class RoundTrip {

    private RoundTrip() {}

    public static void main(String[] args) throws Exception {
        PortRegistry registry = PortRegistry.bundled();

        var mapper = new ObjectMapper();
        PortAssignment https = registry.findByPort(443, TransportProtocol.TCP).get(0);
        System.out.println(mapper.writeValueAsString(https));
        String json = mapper.writeValueAsString(registry.assignments());
        report("Jackson 3", registry, mapper.readValue(json, PortAssignment[].class));

        var older = new com.fasterxml.jackson.databind.ObjectMapper();
        String olderJson = older.writeValueAsString(registry.assignments());
        report("Jackson 2", registry, older.readValue(olderJson, PortAssignment[].class));
    }

    private static void report(String what, PortRegistry registry, PortAssignment[] read) {
        boolean isSame = PortRegistry.of(List.of(read)).equals(registry);
        System.out.println(what + (isSame ? ": equal, " : ": different, ") + read.length + " rows");
    }
}
