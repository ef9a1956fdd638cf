package io.github.portregistry.cli;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortRegistryParseException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What IANA's registry says of ports and services, on a command line. */
public final class Main {

    static final int FOUND = 0;
    static final int NOTHING_FOUND = 1;
    static final int WRONG_USAGE = 2;

    private static final String HELP = """
            Usage: java -jar ports.jar [--csv FILE] WHAT...

            Tells what IANA's port number registry says of each WHAT:
              1326         a port number, 0 to 65535
              6000-6063    the ports of an interval
              http-alt     a service name, in any letter case
              443/udp      any of these, over one transport: tcp, udp, sctp or dccp

              --csv FILE   read this edition, IANA's service-names-port-numbers.csv,
                           instead of the one in the jar
              --help       print this text
              --version    print the version

            Exit status: 0 if an assignment was found for each WHAT, 1 if there is none
            for one of them, 2 if the usage is wrong or the file cannot be used.
            """;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param args the arguments, as {@code --help} explains them
     */
    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        System.out.flush();
        System.exit(status);
    }

    /** Runs the command: data goes to {@code out}, complaints to {@code err}, the exit status is returned. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            return run(Arrays.asList(args).iterator(), out, err);
        } catch (UsageException | PortRegistryParseException e) {
            err.println("ports: " + e.getMessage());
        } catch (IOException e) {
            err.println("ports: cannot read " + e.getMessage());
        }
        return WRONG_USAGE;
    }

    private static int run(Iterator<String> args, PrintStream out, PrintStream err) throws IOException {
        List<String> questions = new ArrayList<>();
        String csv = null;
        while (args.hasNext()) {
            String arg = args.next();
            switch (arg) {
                case "--help" -> {
                    out.print(HELP);
                    return FOUND;
                }
                case "--version" -> {
                    out.println("ports " + Main.class.getPackage().getImplementationVersion());
                    return FOUND;
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
        return answer(questions, registry(csv), out, err);
    }

    private static PortRegistry registry(@Nullable String csv) throws IOException {
        try {
            return csv == null ? PortRegistry.bundled() : PortRegistry.parse(Path.of(csv));
        } catch (InvalidPathException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static int answer(List<String> texts, PortRegistry registry, PrintStream out, PrintStream err) {
        // all are read before the first is answered: a wrong one leaves nothing half printed
        List<Question> questions =
                texts.stream().map(text -> Question.parse(text, registry)).toList();
        Report report = new Report(registry);
        int status = FOUND;
        for (Question question : questions) {
            List<String> lines = report.lines(question);
            if (lines.isEmpty()) {
                err.println("ports: no service is registered under the name \"" + question.text() + "\"");
            } else {
                lines.forEach(out::println);
                out.print(question == questions.get(questions.size() - 1) ? "" : System.lineSeparator());
            }
            status = Math.max(status, report.isAssigned(question) ? FOUND : NOTHING_FOUND);
        }
        return status;
    }

    /** The arguments make no sense. */
    static final class UsageException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
