package io.github.portregistry.cli;

import org.jspecify.annotations.Nullable;

/** Thrown when the arguments of the command line make no sense. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(@Nullable String message) {
        super(message);
    }
}
