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
        String fault = fault(name, ports, rows);
        if (fault != null) {
            throw new IllegalArgumentException("definition " + Texts.quoted(name) + " is refused: " + fault);
        }
        return rows.definitions().with(name, ports);
    }

    /**
     * Returns why a name cannot be defined as these ports, or null if it can. Readers would expect the ports of the
     * registry's service of that name, so the definition may only have fewer ports, unless the service has none.
     */
    private static @Nullable String fault(String name, PortsByTransport ports, RegistryRows rows) {
        String fault = OverlayCheck.faultOf(name);
        if (fault != null) {
            return fault;
        }
        if (!Character.isLetter(name.charAt(0))) {
            return "its name does not begin with a letter";
        }
        if (rows.definitions().find(name) != null) {
            return "it is already defined";
        }
        PortsByTransport own = rows.portsOf(name);
        if (own.isEmpty() || own.containsAll(ports)) {
            return null;
        }
        return "the registry has a service of that name for " + Texts.brief(own.toString())
                + ", which does not include "
                + Texts.brief(ports.difference(own).toString());
    }
}
