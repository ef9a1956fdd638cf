package example.nullness;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;

/** Takes a port, a transport, a date, an alias and an edition's date for granted: five errors. */
public final class Unchecked {

    private Unchecked() {}

    public static int port(PortAssignment assignment) {
        return assignment.ports().first();
    }

    public static String transport(PortAssignment assignment) {
        return assignment.transport().keyword();
    }

    public static int year(PortAssignment assignment) {
        return assignment.registrationDate().year();
    }

    public static String canonical(PortAssignment assignment) {
        return assignment.aliasOf();
    }

    public static int newest(PortRegistry registry) {
        return registry.edition().newestDate().year();
    }
}
