package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a run of the command line printed on standard output and standard error, and its exit status. */
record Run(int status, String out, String err) {

    static Run of(String... args) {
        return withInput("", args);
    }

    static Run withInput(String input, String... args) {
        return withWidth(80, input, args);
    }

    static Run withWidth(int width, String input, String... args) {
        return run(width, null, input, args);
    }

    /** Runs the command where the environment names an edition. */
    static Run withEdition(Path edition, String... args) {
        return run(80, edition.toString(), "", args);
    }

    private static Run run(int width, @Nullable String edition, String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new BufferedOutputStream(out),
                new PrintStream(err, true, UTF_8),
                width);
        int status = Main.run(args, console, edition);
        return new Run(status, out.toString(UTF_8), err.toString(UTF_8).replace(System.lineSeparator(), "\n"));
    }
}
