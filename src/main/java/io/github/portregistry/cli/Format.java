package io.github.portregistry.cli;

import io.github.portregistry.Texts;

/** The format of an answer. */
enum Format {
    /** Text for people to read. */
    TEXT,
    /** A JSON array of rows. */
    JSON,
    /** Rows in IANA's layout. */
    CSV;

    static Format of(Arguments arguments) {
        String format = arguments.value("--format");
        if (format == null) {
            return TEXT;
        }
        return switch (format) {
            case "text" -> TEXT;
            case "json" -> JSON;
            case "csv" -> CSV;
            default -> throw new Trouble("unknown format " + Texts.quoted(format) + "; it must be text, json or csv");
        };
    }
}
