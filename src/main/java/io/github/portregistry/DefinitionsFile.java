package io.github.portregistry;

import io.github.portregistry.ParseProblem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of definitions in the {@code .svc} format of capirca and aerleon: {@code NAME = token token}, continued
 * on indented lines, with comments after {@code #}. A definition may use one that comes later in the file.
 */
final class DefinitionsFile {

    private static final Pattern STATEMENT = Pattern.compile("([^\\s=]+)\\s*=(.*)");

    /** Some 800 times the size of the file that comes with capirca. */
    private static final int MAX_CHARACTERS = 1_000_000;

    /** A statement, with the number of names it uses that are not resolved yet. */
    private static final class Statement {
        final long line;
        final String name;
        final StringBuilder spec = new StringBuilder();
        final List<Statement> uses = new ArrayList<>();
        final List<Statement> usedBy = new ArrayList<>();
        int waitsFor;

        Statement(long line, String name) {
            this.line = line;
            this.name = name;
        }
    }

    private final RegistryRows rows;
    private final OverlayPolicy policy;
    private final Definitions.Builder definitions;
    private final Definitions resolved;
    private final Map<String, Statement> statements = new HashMap<>();
    private final List<Statement> inOrder = new ArrayList<>();

    /** The number of intervals in all uses of definitions, which limits the time and memory that a file can take. */
    private long expanded;

    private DefinitionsFile(RegistryRows rows, OverlayPolicy policy) {
        this.policy = policy;
        this.definitions = new Definitions.Builder(rows.definitions());
        this.resolved = definitions.soFar();
        this.rows = rows.with(resolved);
    }

    /** Returns the earlier definitions and those of a file. An exception names the file and the line. */
    static Definitions read(Path file, RegistryRows rows, OverlayPolicy policy) throws IOException {
        DefinitionsFile reading = new DefinitionsFile(rows, policy);
        try {
            reading.readStatements(file);
            if (reading.inOrder.isEmpty()) {
                throw refused(0, "", "not a definitions file: it has no definitions");
            }
            reading.resolve();
        } catch (PortRegistryParseException e) {
            throw new PortRegistryParseException(file, e);
        }
        Definitions.Builder inOrder = new Definitions.Builder(rows.definitions());
        for (Statement statement : reading.inOrder) {
            inOrder.add(statement.name, Objects.requireNonNull(reading.resolved.find(statement.name)));
        }
        return inOrder.build();
    }

    private void readStatements(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            TextLines lines = new TextLines(new TextDecoder(in), "a definitions file");
            long characters = 0;
            Statement last = null;
            for (String line = lines.next(); line != null; line = lines.next()) {
                characters += line.length();
                if (characters > MAX_CHARACTERS) {
                    throw refused(lines.number(), "", "the file has more than " + MAX_CHARACTERS + " characters");
                }
                int comment = line.indexOf('#');
                String statement = (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
                if (statement.isEmpty()) {
                    continue;
                }
                if (!Character.isWhitespace(statement.charAt(0))) {
                    last = statement(lines.number(), statement);
                } else if (last != null) {
                    last.spec.append(' ').append(statement.strip());
                } else {
                    throw refused(
                            lines.number(),
                            statement.strip(),
                            "this line continues a definition, but there is none above it");
                }
            }
        }
    }

    private Statement statement(long line, String text) {
        Matcher matcher = STATEMENT.matcher(text);
        if (!matcher.matches()) {
            throw refused(line, text, Texts.quoted(text) + " is not a definition such as WEB = http/tcp https/tcp");
        }
        Statement statement = new Statement(line, matcher.group(1));
        statement.spec.append(matcher.group(2).strip());
        String fault = DefinitionCheck.faultOfName(statement.name, resolved);
        if (fault == null && statements.putIfAbsent(ServiceNames.folded(statement.name), statement) != null) {
            fault = "it is already defined";
        }
        if (fault != null) {
            throw refused(line, statement.name, Texts.quoted(statement.name) + " is refused: " + fault);
        }
        inOrder.add(statement);
        return statement;
    }

    /**
     * Resolves each statement as soon as those that it uses are resolved. Statements that are left over form a circle.
     */
    private void resolve() {
        inOrder.forEach(this::findUses);
        Deque<Statement> ready = new ArrayDeque<>();
        inOrder.stream().filter(statement -> statement.waitsFor == 0).forEach(ready::add);
        int count = 0;
        while (!ready.isEmpty()) {
            Statement statement = ready.remove();
            define(statement);
            count++;
            for (Statement user : statement.usedBy) {
                if (--user.waitsFor == 0) {
                    ready.add(user);
                }
            }
        }
        if (count < inOrder.size()) {
            Statement inCircle = inCircle();
            throw refused(inCircle.line, inCircle.name, Texts.quoted(inCircle.name) + " is defined in terms of itself");
        }
    }

    /** Returns a statement of a circle: follows the unresolved statements until one is repeated. */
    private Statement inCircle() {
        Set<Statement> seen = new HashSet<>();
        Statement next = firstWaiting(inOrder);
        while (seen.add(next)) {
            next = firstWaiting(next.uses);
        }
        return next;
    }

    private static Statement firstWaiting(List<Statement> statements) {
        return statements.stream()
                .filter(statement -> statement.waitsFor > 0)
                .findFirst()
                .orElseThrow();
    }

    private void findUses(Statement statement) {
        String spec = statement.spec.toString();
        SpecTokens tokens = new SpecTokens(spec, 0, spec.length());
        while (hasNext(tokens, statement)) {
            String token = spec.substring(tokens.start(), tokens.end());
            Statement used = statements.get(ServiceNames.folded(token));
            if (used == null) {
                String head = token.substring(0, Math.max(token.lastIndexOf('/'), 0));
                used = statements.get(ServiceNames.folded(head));
            }
            boolean isRegistrys =
                    used == statement && !rows.findByName(used.name).isEmpty();
            if (used != null && !isRegistrys) {
                statement.uses.add(used);
                used.usedBy.add(statement);
                statement.waitsFor++;
            }
        }
    }

    private static boolean hasNext(SpecTokens tokens, Statement statement) {
        try {
            return tokens.next();
        } catch (PortSpecException e) {
            throw refused(statement.line, statement.spec.toString(), String.valueOf(e.getMessage()));
        }
    }

    private void define(Statement statement) {
        for (Statement used : statement.uses) {
            expanded += Definitions.intervals(Objects.requireNonNull(resolved.find(used.name)));
        }
        if (expanded > Definitions.MAX_INTERVALS) {
            throw refused(
                    statement.line,
                    statement.name,
                    "the definitions used up to here have more than " + Definitions.MAX_INTERVALS + " intervals");
        }
        PortsByTransport ports;
        try {
            ports = SpecResolver.resolve(rows, statement.spec.toString());
            definitions.add(statement.name, ports);
        } catch (IllegalArgumentException e) {
            throw refused(statement.line, statement.spec.toString(), String.valueOf(e.getMessage()));
        }
        String fault =
                policy == OverlayPolicy.MAY_SHADOW ? null : DefinitionCheck.faultOfPorts(statement.name, ports, rows);
        if (fault != null) {
            throw refused(statement.line, statement.name, Texts.quoted(statement.name) + " is refused: " + fault);
        }
    }

    private static PortRegistryParseException refused(long line, String value, String message) {
        return new PortRegistryParseException(new ParseProblem(line, "", value, message, Severity.ERROR));
    }
}
