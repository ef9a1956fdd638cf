package io.github.portregistry.cli;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a command cannot answer, since its arguments make no sense or a file cannot be used. The message says
 * why.
 */
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(@Nullable String message) {
        super(message);
    }
}
