package io.github.portregistry.cli;

import io.github.portregistry.Edition;
import io.github.portregistry.IanaCsvParser;
import io.github.portregistry.OverlayPolicy;
import io.github.portregistry.ParseProblem;
import io.github.portregistry.ParseReport;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the editions that a command line names, where {@code -} is standard input. All errors are reported as
 * {@link Trouble}.
 */
final class EditionFiles {

    private static final int MAX_NAME = 40;

    private interface Reading<T> {
        T read() throws IOException;
    }

    private EditionFiles() {}

    /** Returns the registry of the edition in a file, or the bundled one if the file is null or has its name. */
    static PortRegistry registry(@Nullable String file, Console console) {
        return file == null || file.equals("bundled")
                ? PortRegistry.bundled()
                : file.equals("-")
                        ? read("-: ", file, () -> PortRegistry.parse(console.in()))
                        : read("", file, () -> PortRegistry.parse(Path.of(file)));
    }

    static ParseReport report(String file, Console console) {
        return file.equals("-")
                ? read("-: ", file, () -> ParseReport.parse(console.in()))
                : read("", file, () -> ParseReport.parse(Path.of(file)));
    }

    /** Returns the problems of a file of which no row can be kept; none if it is not even read, or is standard input. */
    static List<ParseProblem> problems(String file) {
        List<ParseProblem> problems = new ArrayList<>();
        try {
            IanaCsvParser.lenient(problems::add).parse(Path.of(file));
        } catch (IOException | IllegalArgumentException e) {
            return problems;
        }
        return List.of();
    }

    /** Checks that a file is whole, and not older than an earlier edition. */
    static void requireUpdate(String file, PortRegistry earlier) {
        if (file.equals("-")) {
            throw new Trouble("--after needs a FILE, not standard input");
        }
        read("", file, () -> PortRegistry.parseUpdate(Path.of(file), earlier));
    }

    /** Returns a registry with your own services from the file that {@code --site} names, if there is one. */
    static PortRegistry withSite(PortRegistry registry, Arguments arguments) {
        String file = arguments.value("--site");
        return file == null
                ? registry
                : read("--site: ", file, () -> registry.withOverlay(Path.of(file), OverlayPolicy.MAY_SHARE_PORTS));
    }

    /** Reads a file. What is wrong with it is said by the library, which names the file. */
    private static <T> T read(String prefix, String file, Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException e) {
            throw new Trouble(file + ": no such file");
        } catch (AccessDeniedException e) {
            throw new Trouble(file + ": permission denied");
        } catch (IOException | IllegalArgumentException e) {
            throw new Trouble(prefix + e.getMessage());
        }
    }

    /**
     * Returns a sentence on what IANA's own file may have that an edition has not, or an empty text if no such gap is
     * known. Whatever depends on people, dates, notes, references or services without a port says it.
     */
    static String gap(Edition edition) {
        return edition.peopleAsOf() == null
                ? ""
                : "This edition has people, dates, notes, references, reports of use and services without a port as of "
                        + edition.peopleAsOf()
                        + ", less what IANA has changed since; IANA's own file has all of them.";
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
                + (edition.peopleAsOf() == null
                        ? ""
                        : ", assignments of " + edition.asOf() + ", people and notes of " + edition.peopleAsOf());
    }
}
