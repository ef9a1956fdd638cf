package io.github.portregistry.benchmark;

import io.github.portregistry.PortRegistry;
import java.util.Locale;

/** Where a registry comes from. */
public enum Source {

    /** The measured edition's file. */
    PARSED,

    /** The library's jar. */
    BUNDLED;

    /** Returns what the table calls it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    PortRegistry registry() {
        return this == PARSED ? MeasuredEdition.registry() : PortRegistry.bundled();
    }
}
