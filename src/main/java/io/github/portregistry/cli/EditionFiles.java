package io.github.portregistry.cli;

import io.github.portregistry.Edition;
import io.github.portregistry.OverlayPolicy;
import io.github.portregistry.ParseReport;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortRegistryParseException;
import io.github.portregistry.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Reads the editions that a command line names, where {@code -} is standard input. All errors are reported as
 * {@link Trouble}.
 */
final class EditionFiles {

    private static final int MAX_NAME = 40;

    /** Reads a file, or standard input if the path is null. */
    private interface Reading<T> {
        T read(@Nullable Path path) throws IOException;
    }

    private EditionFiles() {}

    /** Returns the registry of the edition that an option names, or the bundled one. */
    static PortRegistry registry(Arguments arguments, Console console) {
        String file = arguments.value("--edition");
        return file == null ? PortRegistry.bundled() : registry(file, console);
    }

    /** Returns the registry of the edition that an operand or an option names, or the bundled one. */
    static PortRegistry registry(@Nullable String operand, Arguments arguments, Console console) {
        String file = file(operand, arguments);
        return file == null ? PortRegistry.bundled() : registry(file, console);
    }

    /** Returns the file that an operand or an option names, or null if there is none. */
    static @Nullable String file(@Nullable String operand, Arguments arguments) {
        String option = arguments.value("--edition");
        if (operand != null && option != null) {
            throw new Trouble("two editions are given, " + operand + " and " + option + ", but only one can be used");
        }
        return operand == null ? option : operand;
    }

    /** Returns a registry with your own services from the file that {@code --site} names, if there is one. */
    static PortRegistry withSite(PortRegistry registry, Arguments arguments) {
        String file = arguments.value("--site");
        if (file == null) {
            return registry;
        }
        try {
            return registry.withOverlay(Path.of(file), OverlayPolicy.MAY_SHARE_PORTS);
        } catch (IllegalArgumentException e) {
            throw new Trouble("--site: " + e.getMessage());
        } catch (IOException e) {
            throw new Trouble(file + ": " + reason(e));
        }
    }

    static PortRegistry registry(String file, Console console) {
        return read(file, path -> path == null ? PortRegistry.parse(console.in()) : PortRegistry.parse(path));
    }

    static ParseReport report(String file, Console console) {
        return read(file, path -> path == null ? ParseReport.of(console.in()) : ParseReport.of(path));
    }

    static PortRegistry update(String file, PortRegistry earlier) {
        if (file.equals("-")) {
            throw new Trouble("--after needs a FILE, not standard input");
        }
        return read(file, path -> PortRegistry.parseUpdate(path, earlier));
    }

    private static <T> T read(String file, Reading<T> reading) {
        try {
            return reading.read(file.equals("-") ? null : Path.of(file));
        } catch (PortRegistryParseException e) {
            throw new Trouble((file.equals("-") ? "-: " : "") + e.getMessage()); // which names the file
        } catch (InvalidPathException e) {
            throw new Trouble(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Trouble(file + ": " + reason(e));
        }
    }

    private static @Nullable String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : e.getMessage();
    }

    /** Returns the last line of an answer, which names the edition. */
    static String line(Edition edition) {
        String file = edition.fileName() == null ? "standard input" : Texts.oneLine(edition.fileName());
        String name = edition.bundled()
                ? "bundled"
                : Wrapping.width(file) > MAX_NAME
                        ? Wrapping.lines(file, MAX_NAME).get(0) + "..."
                        : file;
        return "Edition: " + name + ", " + RowText.counted(edition.rows(), "row")
                + (edition.newestDate() == null ? "" : ", newest date " + edition.newestDate())
                + (edition.peopleAsOf() == null ? "" : ", assignments of " + edition.asOf());
    }
}
