package example.firewall;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of definitions in the {@code .svc} format of capirca and aerleon: {@code NAME = token token}, continued on
 * indented lines, with comments after {@code #}. A definition may use those above it.
 */
final class SvcFile {

    private static final Pattern DEFINITION = Pattern.compile("([^\\s=]+)\\s*=(.*)");
    private static final Pattern TRANSPORT = Pattern.compile("/(tcp|udp|sctp|dccp)$", Pattern.CASE_INSENSITIVE);

    private record Definition(int line, String name, StringBuilder spec) {}

    private SvcFile() {}

    /** Adds the definitions of a file to a registry, in the file's order. */
    static PortRegistry define(Path file, PortRegistry registry) throws IOException {
        List<Definition> definitions = read(file);
        Map<String, Integer> lines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        definitions.forEach(definition -> lines.put(definition.name, definition.line));
        PortRegistry defined = registry;
        for (Definition definition : definitions) {
            // The registry may have a service of the same name, which is not what the file means.
            for (String token : definition.spec.toString().split("[\\s,]+")) {
                int line = lines.getOrDefault(TRANSPORT.matcher(token).replaceFirst(""), 0);
                if (line > definition.line) {
                    throw refused(file, definition.line, Texts.quoted(token) + " is defined below, in line " + line);
                }
            }
            try {
                defined = defined.withDefinition(definition.name, definition.spec.toString());
            } catch (IllegalArgumentException e) {
                throw refused(file, definition.line, e.getMessage());
            }
        }
        return defined;
    }

    private static List<Definition> read(Path file) throws IOException {
        List<Definition> definitions = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String statement = line.split("#", 2)[0].stripTrailing();
            Matcher matcher = DEFINITION.matcher(statement);
            if (matcher.matches()) {
                definitions.add(new Definition(number, matcher.group(1), new StringBuilder(matcher.group(2))));
            } else if (!definitions.isEmpty() && statement.matches("\\s.*")) {
                definitions.get(definitions.size() - 1).spec.append(statement);
            } else if (!statement.isEmpty()) {
                throw refused(file, number, Texts.quoted(statement) + " is not a definition such as WEB = http/tcp");
            }
        }
        if (definitions.isEmpty()) {
            throw new IllegalArgumentException(file.getFileName() + " has no definitions");
        }
        return definitions;
    }

    private static IllegalArgumentException refused(Path file, int line, String reason) {
        return new IllegalArgumentException(file.getFileName() + ", line " + line + ": " + reason);
    }
}
