package example.shrunk;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;

/** Prints what 22/tcp is registered for, and by which class. */
public final class Ssh {

    private Ssh() {}

    public static void main(String[] args) {
        PortRegistry registry = PortRegistry.bundled();
        String label = registry.names().label(22, TransportProtocol.TCP);
        System.out.println(label + ", answered by " + registry.getClass().getName());
        System.out.println(registry.edition());
    }
}
