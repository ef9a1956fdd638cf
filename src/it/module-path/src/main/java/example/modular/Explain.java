package example.modular;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRange;
import io.github.portregistry.PortRegistry;
import java.lang.module.ModuleDescriptor;
import java.util.Set;

/** Prints what the registry has for the ports that are asked for, and the modules that the answer came from. */
public final class Explain {

    private Explain() {}

    public static void main(String[] args) {
        PortRegistry registry = PortRegistry.bundled();
        for (String text : args) {
            PortInterval asked = PortInterval.parse(text);
            System.out.println(asked + " is in the range of the "
                    + PortRange.of(asked.first()).names());
            registry.query().within(asked).stream()
                    .forEach(row -> System.out.println(row.serviceName() + " " + row.ports() + "/" + row.transport()));
        }
        encapsulated(PortRegistry.class.getModule());
    }

    /** Fails unless the library is a real module, without the command line. */
    private static void encapsulated(Module library) {
        ModuleDescriptor descriptor = library.getDescriptor();
        if (descriptor == null
                || descriptor.isAutomatic()
                || !library.getPackages().equals(Set.of("io.github.portregistry"))) {
            throw new IllegalStateException(library + " has " + library.getPackages());
        }
        System.out.println("answered by " + library + ", which exports " + descriptor.exports());
    }
}
