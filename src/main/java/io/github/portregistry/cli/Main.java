package io.github.portregistry.cli;

import io.github.portregistry.ParseReport;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortRegistryParseException;
import io.github.portregistry.RegistryDiff;
import io.github.portregistry.Texts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What IANA's registry says of ports and services, on a command line. */
public final class Main {

    private static final int EXIT_SUCCESS = 0;
    private static final int EXIT_FAILURE = 1;
    private static final int EXIT_TROUBLE = 2;

    private static final String HELP = """
            Usage: java -jar ports.jar [--csv FILE] WHAT...
                   java -jar ports.jar diff OLD NEW
                   java -jar ports.jar check [--rows N] FILE
                   java -jar ports.jar map [FILE]
                   java -jar ports.jar explore [FILE] > ports.html

            Tells what IANA's port number registry says of each WHAT:
              1326         a port number, 0 to 65535
              6000-6063    the ports of an interval
              http-alt     a service name, in any letter case
              443/udp      any of these, over one transport: tcp, udp, sctp or dccp

              --csv FILE   read this edition, IANA's service-names-port-numbers.csv,
                           instead of the one in the jar
              --help       print this text
              --version    print the version, and the edition in the jar

            diff tells what one edition changes in another, check what a file has in it
            that is not IANA's or deserves a look (with --rows: it must have N of them),
            map prints an SVG picture of all ports, explore a page to search them in.

            Exit status: 0 if an assignment was found for each WHAT, diff tells nothing, or
            no row of a file was left out; 1 if not; 2 if the usage is wrong or a file
            cannot be used.
            """;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param args the arguments, as {@code --help} explains them
     */
    public static void main(String[] args) {
        System.exit(run(args, System.out, System.err));
    }

    /** Runs the command: data goes to {@code out}, complaints to {@code err}, the exit status is returned. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            int status = run(Arrays.asList(args), out, err);
            if (!out.checkError()) {
                return status;
            }
            complain("cannot write all of the answer", err);
        } catch (UsageException | PortRegistryParseException e) {
            complain(e.getMessage(), err);
        } catch (IOException e) {
            complain("cannot read " + e.getMessage(), err);
        }
        return EXIT_TROUBLE;
    }

    private static void complain(@Nullable String complaint, PrintStream err) {
        err.println("ports: " + Texts.oneLine(String.valueOf(complaint)));
    }

    private static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
        String command = args.isEmpty() ? "" : args.get(0);
        return switch (command) {
            case "diff" -> diff(args, out);
            case "check" -> check(args, out);
            case "map" -> draw(args, PortMap::svg, out);
            case "explore" -> draw(args, ExplorePage::html, out);
            default -> answer(args.iterator(), out, err);
        };
    }

    private static int diff(List<String> args, PrintStream out) throws IOException {
        if (args.size() != 3) {
            throw new UsageException("diff takes two files, the older one first");
        }
        PortRegistry before = registry(args.get(1));
        PortRegistry after = registry(args.get(2));
        RegistryDiff diff = RegistryDiff.between(before, after);
        DiffReport.lines(before, after, diff).forEach(out::println);
        return diff.isEmpty() ? EXIT_SUCCESS : EXIT_FAILURE;
    }

    private static int check(List<String> args, PrintStream out) throws IOException {
        boolean hasFloor =
                args.size() == 4 && args.get(1).equals("--rows") && args.get(2).matches("[0-9]{1,9}");
        if (args.size() != 2 && !hasFloor) {
            throw new UsageException("check takes one file, and --rows N before it");
        }
        ParseReport report = ParseReport.of(path(args.get(args.size() - 1)));
        report.registry().requireRows(hasFloor ? Integer.parseInt(args.get(2)) : 1);
        CheckReport.lines(report).forEach(out::println);
        return report.rowsLeftOut() == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    }

    private static int draw(List<String> args, Function<PortRegistry, String> picture, PrintStream out)
            throws IOException {
        if (args.size() > 2) {
            throw new UsageException(args.get(0) + " takes one file at most");
        }
        out.print(picture.apply(args.size() == 2 ? registry(args.get(1)) : PortRegistry.bundled()));
        return EXIT_SUCCESS;
    }

    private static int answer(Iterator<String> args, PrintStream out, PrintStream err) throws IOException {
        List<String> questions = new ArrayList<>();
        String csv = null;
        while (args.hasNext()) {
            String arg = args.next();
            switch (arg) {
                case "--help" -> {
                    out.print(HELP);
                    return EXIT_SUCCESS;
                }
                case "--version" -> {
                    out.println("ports " + Main.class.getPackage().getImplementationVersion());
                    out.println(PortRegistry.bundled().edition());
                    return EXIT_SUCCESS;
                }
                case "--csv" -> {
                    if (csv != null || !args.hasNext()) {
                        throw new UsageException("--csv takes one file");
                    }
                    csv = args.next();
                }
                default -> {
                    if (arg.startsWith("-")) {
                        throw new UsageException("unknown option " + arg + ", see --help");
                    }
                    questions.add(arg);
                }
            }
        }
        if (questions.isEmpty()) {
            throw new UsageException("no port and no service given, see --help");
        }
        PortRegistry registry = csv == null ? PortRegistry.bundled() : registry(csv);
        int status = answer(questions, registry, out, err);
        if (csv != null) {
            out.println();
            out.println("Edition: " + registry.edition());
        }
        return status;
    }

    private static PortRegistry registry(String csv) throws IOException {
        return PortRegistry.parse(path(csv));
    }

    private static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static int answer(List<String> texts, PortRegistry registry, PrintStream out, PrintStream err) {
        // all are read before the first is answered: a wrong one leaves nothing half printed
        List<Question> questions =
                texts.stream().map(text -> Question.parse(text, registry)).toList();
        Answer answer = new Answer(registry);
        int status = EXIT_SUCCESS;
        String separator = "";
        for (Question question : questions) {
            List<String> lines = answer.lines(question);
            if (lines.isEmpty()) {
                complain(answer.reasonForNone(question), err);
            } else {
                out.print(separator);
                lines.forEach(out::println);
                separator = System.lineSeparator();
            }
            status = Math.max(status, answer.isAssigned(question) ? EXIT_SUCCESS : EXIT_FAILURE);
        }
        return status;
    }
}
