package io.github.portregistry;

import org.jspecify.annotations.Nullable;

/** Checks the name of a definition, and that a name of the registry is not defined as other ports. */
final class DefinitionCheck {

    private DefinitionCheck() {}

    /**
     * Returns the definitions of a registry and a new one.
     *
     * @throws IllegalArgumentException if the new definition is refused
     */
    static Definitions define(String name, String spec, RegistryRows rows) {
        PortsByTransport ports = SpecResolver.resolve(rows, spec);
        String fault = faultOfName(name, rows.definitions());
        if (fault == null) {
            fault = faultOfPorts(name, ports, rows);
        }
        if (fault != null) {
            throw new IllegalArgumentException("definition " + Texts.quoted(name) + " is refused: " + fault);
        }
        Definitions.Builder builder = new Definitions.Builder(rows.definitions());
        builder.add(name, ports);
        return builder.build();
    }

    /** Returns why a name cannot be defined, or null if it can. */
    static @Nullable String faultOfName(String name, Definitions earlier) {
        String fault = OverlayNames.fault(name);
        if (fault != null) {
            return fault;
        }
        if (!Character.isLetter(name.charAt(0))) {
            return "its name does not begin with a letter";
        }
        return earlier.find(name) == null ? null : "it is already defined";
    }

    /**
     * Returns why a name cannot be defined as these ports, or null if it can. Readers would expect the ports of the
     * registry's service, so the definition may only have fewer ports, unless the service has none.
     */
    static @Nullable String faultOfPorts(String name, PortsByTransport ports, RegistryRows rows) {
        PortsByTransport own = rows.portsOf(name);
        if (own.isEmpty() || own.containsAll(ports)) {
            return null;
        }
        return "the registry has a service of that name for " + Texts.brief(own.toString())
                + ", which does not include "
                + Texts.brief(ports.difference(own).toString());
    }

    /**
     * Returns the definitions of an array, which {@link Definitions#toArray()} has returned.
     *
     * @throws IllegalArgumentException if the array is not valid
     */
    static Definitions ofArray(String[] array) {
        Definitions.Builder builder = new Definitions.Builder(Definitions.NONE);
        for (int i = 0; i < array.length; i += 2) {
            String fault = faultOfName(array[i], builder.soFar());
            if (fault != null) {
                throw new IllegalArgumentException(fault);
            }
            builder.add(array[i], PortsByTransport.parse(array[i + 1]));
        }
        return builder.build();
    }
}
