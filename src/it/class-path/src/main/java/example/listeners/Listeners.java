package example.listeners;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reads a file of what {@code ss -Hltun} printed, and says what each open port is registered for, if for anything. */
public final class Listeners {

    private Listeners() {}

    public static void main(String[] args) throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] fields = line.split(" +");
            TransportProtocol transport = TransportProtocol.parse(fields[0]);
            int port = Integer.parseInt(fields[4].substring(fields[4].lastIndexOf(':') + 1));
            System.out.println(port + "/" + transport.keyword() + " " + verdict(registry, port, transport));
        }
        System.out.println("answered by " + registry.getClass().getName() + ", " + registry.edition());
    }

    private static String verdict(PortRegistry registry, int port, TransportProtocol transport) {
        List<PortAssignment> registered = registry.findByPort(port, transport);
        if (registered.isEmpty()) {
            return "is " + registry.status(port, transport);
        }
        String names = registered.stream().map(PortAssignment::serviceName).collect(Collectors.joining(", "));
        boolean citesNothing = registered.stream().noneMatch(PortAssignment::hasReference);
        return "is registered for " + names + (citesNothing ? "; no row cites a document" : "");
    }
}
