package io.github.portregistry.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line, which answers what IANA's registry says about ports and services. */
public final class Main {

    private static final int EXIT_ANSWERED = 0;
    private static final int EXIT_NOTHING_FOUND = 1;
    private static final int EXIT_TROUBLE = 2;

    private Main() {}

    /**
     * Runs the command and ends the process with its exit status.
     *
     * @param args the arguments, as {@code --help} explains them
     */
    public static void main(String[] args) {
        // not System.out, which does not say why something could not be written
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Console console = new Console(
                System.in, new BufferedOutputStream(out), System.err, Console.width(System.getenv("COLUMNS")));
        String edition = System.getenv("PORTS_EDITION");
        int status = run(args, console, edition == null || edition.isEmpty() ? null : edition);
        if (status != EXIT_ANSWERED) {
            System.exit(status); // only then, since it sets up logging, which takes long
        }
    }

    /** Returns the command of a name, or null if there is none. A question to the registry has no command name. */
    private static @Nullable Command command(String name) {
        return switch (name) {
            case "free" -> new FreeCommand();
            case "list" -> new ListCommand();
            case "ghosts" -> new GhostsCommand();
            case "label" -> new LabelCommand(isAtPrompt());
            case "diff" -> new DiffCommand();
            case "check" -> new CheckCommand();
            case "explore" -> new ExploreCommand();
            default -> null;
        };
    }

    /** Returns whether a user types the input and sees the output. Some versions of Java say so always. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isAtPrompt() {
        return System.console() != null;
    }

    /** Returns what to write instead of a word that people take for a command, or null if it is not such a word. */
    private static @Nullable String meant(String name) {
        return switch (name) {
            case "help", "man", "usage" -> "ports --help, or ports COMMAND --help";
            case "version" -> "ports --version";
            case "ls", "show", "all" -> "ports list";
            case "search", "find", "grep" -> "ports list --text TEXT";
            default -> null;
        };
    }

    /**
     * Runs the command and returns the exit status.
     *
     * @param edition the edition that is used if none is given, or null for the bundled one
     */
    static int run(String[] args, Console console, @Nullable String edition) {
        try {
            boolean found = run(Arrays.asList(args), console, edition);
            console.flush();
            return found ? EXIT_ANSWERED : EXIT_NOTHING_FOUND;
        } catch (Trouble e) {
            console.complain(e.getMessage());
        } catch (IOException e) {
            console.complain("standard input: " + e.getMessage());
        } catch (Console.OutputException e) {
            if (e.isBrokenPipe()) {
                return EXIT_ANSWERED;
            }
            console.complain("cannot write the whole answer: " + e.getMessage());
        }
        return EXIT_TROUBLE;
    }

    private static boolean run(List<String> args, Console console, @Nullable String edition) throws IOException {
        Command command = new AskCommand();
        List<String> rest = args;
        int first = firstOperand(args, command.usage());
        Command named = first < 0 ? null : command(args.get(first));
        if (named != null) {
            command = named;
            rest = new ArrayList<>(args);
            rest.remove(first);
        }
        String meant = first < 0 ? null : meant(args.get(first));
        if (meant != null) {
            console.note("Did you mean " + meant + "?"); // beside the answer, since some of these are services
        }
        Arguments arguments = Arguments.parse(rest, command.usage(), edition);
        if (arguments.has("--help")) {
            console.print(command.usage().text());
            return true;
        }
        return command.run(arguments, console);
    }

    /**
     * Returns the index of the first argument that is not an option or its value, or -1. This argument may be a
     * command.
     */
    private static int firstOperand(List<String> args, Usage usage) {
        for (int i = 0; i < args.size() && !args.get(i).equals("--"); i++) {
            String value = usage.value(args.get(i));
            if (!Arguments.isOption(args.get(i))) {
                return i;
            }
            i += value == null || value.isEmpty() ? 0 : 1;
        }
        return -1;
    }
}
