package example.ghosts;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what {@code ss -Hltun} printed, and says what each open port is registered for, if for anything. */
public final class Ghosts {

    private Ghosts() {}

    public static void main(String[] args) throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        try (var lines = new BufferedReader(
                new InputStreamReader(Ghosts.class.getResourceAsStream("listening.txt"), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                String[] fields = line.split(" +");
                TransportProtocol transport = TransportProtocol.parse(fields[0]);
                int port = Integer.parseInt(fields[4].substring(fields[4].lastIndexOf(':') + 1));
                System.out.println(port + "/" + transport.keyword() + " " + verdict(registry, port, transport));
            }
        }
        System.out.println("Registry: " + registry.edition());
    }

    private static String verdict(PortRegistry registry, int port, TransportProtocol transport) {
        List<PortAssignment> registered = registry.findByPort(port, transport);
        if (registered.isEmpty()) {
            return "is " + registry.status(port, transport);
        }
        boolean isGhost = registered.stream().noneMatch(PortAssignment::hasReference);
        List<String> names =
                registered.stream().map(PortAssignment::serviceName).toList();
        return (isGhost ? "is a ghost: " : "is registered for ") + String.join(", ", names);
    }
}
