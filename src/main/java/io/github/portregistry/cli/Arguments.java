package io.github.portregistry.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The options and operands of a command, which may be in any order. {@code --name=value} is the same as
 * {@code --name value}. After {@code --}, all arguments are operands.
 */
final class Arguments {

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> operands = new ArrayList<>();

    /** The edition that is used if none is given, or null for the bundled one. */
    private final @Nullable String usualEdition;

    private Arguments(@Nullable String usualEdition) {
        this.usualEdition = usualEdition;
    }

    static Arguments parse(List<String> args, Usage usage, @Nullable String usualEdition) {
        Arguments arguments = new Arguments(usualEdition);
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String arg = rest.next();
            if (arg.equals("--")) {
                rest.forEachRemaining(arguments.operands::add);
            } else if (isOption(arg)) {
                arguments.option(arg.equals("-h") ? "--help" : arg, rest, usage);
            } else {
                arguments.operands.add(arg);
            }
        }
        return arguments;
    }

    /** Returns whether an argument is an option. {@code -} is a file, and {@code -1023} is meant as ports. */
    static boolean isOption(String arg) {
        return arg.length() > 1 && arg.charAt(0) == '-' && !(arg.charAt(1) >= '0' && arg.charAt(1) <= '9');
    }

    private void option(String arg, Iterator<String> rest, Usage usage) {
        int equals = arg.indexOf('=');
        String name = equals < 0 ? arg : arg.substring(0, equals);
        String wanted = name.equals("--help") ? "" : usage.value(name);
        if (wanted == null || !name.startsWith("--")) {
            throw new Trouble("unknown option " + name + "; see --help");
        }
        if (wanted.isEmpty() && equals >= 0) {
            throw new Trouble(name + " takes no value");
        }
        String value = equals >= 0 ? arg.substring(equals + 1) : wanted.isEmpty() || !rest.hasNext() ? "" : rest.next();
        if (value.isEmpty() && !wanted.isEmpty()) {
            throw new Trouble(name + " needs a value, " + wanted + "; see --help");
        }
        List<String> values = options.get(name);
        if (values == null) {
            values = new ArrayList<>();
            options.put(name, values);
        } else if (!wanted.isEmpty() && !wanted.endsWith("...")) {
            throw new Trouble(name + " is given twice");
        }
        values.add(value);
    }

    /** Returns whether an option is given. */
    boolean has(String option) {
        return options.containsKey(option);
    }

    /** Returns the values of an option in order, none if it is not given. */
    List<String> values(String option) {
        List<String> values = options.get(option);
        return values == null ? List.of() : values;
    }

    /** Returns the value of an option that may be given only once, or null if it is not given. */
    @Nullable
    String value(String option) {
        List<String> values = values(option);
        return values.isEmpty() ? null : values.get(0);
    }

    /** Returns the parsed values of an option, in order. The parser throws an exception that says what is wrong. */
    <T> List<T> values(String option, Function<String, T> parser) {
        List<T> parsed = new ArrayList<>();
        for (String value : values(option)) {
            try {
                parsed.add(parser.apply(value));
            } catch (IllegalArgumentException e) {
                throw new Trouble(option + ": " + e.getMessage());
            }
        }
        return parsed;
    }

    /** Returns the file of the edition that an operand or {@code --edition} names, else the usual one. */
    @Nullable
    String edition(@Nullable String operand) {
        String option = value("--edition");
        if (operand != null && option != null) {
            throw new Trouble("two editions are given, " + operand + " and " + option + ", but only one can be used");
        }
        return operand != null ? operand : option != null ? option : usualEdition;
    }

    /** Returns the operands, in order. */
    List<String> operands() {
        return operands;
    }

    /**
     * Returns the one operand, or null if there is none.
     *
     * @param command the name of the command, for an error message
     * @param what what the command takes, for an error message
     */
    @Nullable
    String operand(String command, String what) {
        if (operands.size() > 1) {
            throw new Trouble(command + " takes at most one " + what + "; see --help");
        }
        return operands.isEmpty() ? null : operands.get(0);
    }
}
