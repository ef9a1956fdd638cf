package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The input and output of a command. Answers are printed on standard output in UTF-8, error messages on standard error.
 */
final class Console {

    /** Thrown when standard output cannot be written. */
    static final class OutputException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        OutputException(IOException cause) {
            super(cause.getMessage(), cause);
        }

        /** Returns whether the reader of the output has closed it, as {@code head} does after its last line. */
        boolean isBrokenPipe() {
            String reason = getMessage();
            return reason != null && (reason.contains("pipe") || reason.contains("Pipe"));
        }
    }

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_WIDTH = 9999;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final int width;
    private boolean inputIsTaken;

    Console(InputStream in, OutputStream out, PrintStream err, int width) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.width = width;
    }

    /** Returns the width in the environment variable {@code COLUMNS}, or the default width. */
    static int width(@Nullable String columns) {
        try {
            int width = columns == null ? 0 : Integer.parseInt(columns);
            return width <= 0 || width > MOST_WIDTH ? USUAL_WIDTH : Math.max(width, LEAST_WIDTH);
        } catch (NumberFormatException e) {
            return USUAL_WIDTH;
        }
    }

    /** Returns the maximum width of a line, in characters. */
    int width() {
        return width;
    }

    /** Returns standard input, which only one reader can use. */
    InputStream in() {
        if (inputIsTaken) {
            throw new Trouble("standard input can only be used once");
        }
        inputIsTaken = true;
        return in;
    }

    void print(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        write(bytes, 0, bytes.length);
    }

    void print(List<String> lines) {
        for (String line : lines) {
            print(line.concat("\n"));
        }
    }

    /** Prints a text in as many lines as it needs. */
    void printWrapped(String text) {
        print(Wrapping.lines(text, width));
    }

    void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Prints a line on standard error that is not an error message. */
    void note(String line) {
        err.println(line);
    }

    /** Prints an error message on standard error. */
    void complain(@Nullable String complaint) {
        err.println("ports: " + Texts.oneLine(complaint == null ? "no reason given" : complaint));
    }
}
