package io.github.portregistry;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.example.Prelude;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The examples of README, the guide and the Javadoc, run as a user's code: each is a class outside the library's
 * package, with its statements on the lines that they have in their file.
 *
 * <p>A comment behind a statement is a claim. It begins with what the expression, or the variable declared, prints; a
 * string stands in quotes, an exception is {@code throws PortSpecException: its message}, and {@code ...} is any text.
 * An explanation may follow after a colon and a blank. A comment on lines of its own opens a paragraph, and is words.
 */
final class Examples {

    private static final Path PRELUDE = Path.of("src/test/java/io/github/portregistry/example/Prelude.java");
    private static final Pattern PRE = Pattern.compile("(?s)<pre[^>]*>\\s*(?:\\{@code)?(.*?)}?\\s*</pre>");
    private static final Pattern FENCED = Pattern.compile("(?ms)^```java$(.*?)^```$");
    private static final Pattern FOREIGN_IMPORT =
            Pattern.compile("(?m)^import (?!static |java|io\\.github\\.portregistry)");
    private static final Pattern TASKS = Pattern.compile("\n\\| task \\| call \\|\n\\|---\\|---\\|\n((?:\\|.*\n)+)");
    private static final Pattern LINE = Pattern.compile("((?:[^\"/]|\"(?:\\\\.|[^\"\\\\])*\"|/(?![/*]))*)(?://(.*))?");
    private static final Pattern DECLARATION = Pattern.compile("(?s)[\\w.<>,? \\[\\]]+ (\\w+) = .*");

    /** The imports of an example that shows none. */
    private static final String IMPORTS = "import io.github.portregistry.*; import java.io.*; import java.nio.file.*;"
            + "import java.time.*; import java.util.*; import static io.github.portregistry.AssignmentStatus.*;"
            + "import static io.github.portregistry.PortRange.*;"
            + "import static io.github.portregistry.TransportProtocol.*;";

    private final Path folder;
    private final List<Claim> claims = new ArrayList<>();
    private final List<String> sources = new ArrayList<>();

    private Examples(Path folder) {
        this.folder = folder;
    }

    /** Where a claim stands, what it says, and what came out each time that its statement ran. */
    record Claim(String where, String claimed, List<String> outcomes) {

        boolean holds() {
            String[] parts = claimed.split(": ");
            String pattern = Arrays.stream(parts)
                            .map(part -> Pattern.quote(part).replace("...", "\\E.*\\Q"))
                            .collect(joining("(: "))
                    + ")?".repeat(parts.length - 1);
            return !outcomes.isEmpty() && outcomes.stream().allMatch(outcome -> outcome.matches(pattern));
        }
    }

    /** Runs the examples of some files, in a folder under target where their sources stay to be looked at. */
    static List<Claim> run(List<Path> files) throws IOException, InterruptedException {
        Examples examples = new Examples(Files.createDirectories(Path.of("target", "examples")));
        for (Path file : files) {
            examples.addAll(file);
        }
        return examples.run();
    }

    private void addAll(Path file) throws IOException {
        String text = Files.readString(file);
        boolean isPage = file.toString().endsWith(".md");
        for (MatchResult block : (isPage ? FENCED : PRE).matcher(text).results().toList()) {
            // A grammar is no example, and what needs another library is for a consumer to run.
            if ((block.group().contains("{@code") || block.group().contains(";"))
                    && !FOREIGN_IMPORT.matcher(block.group()).find()) {
                add(file, text.substring(0, block.start(1)), block.group(1).replaceAll("(?m)^ *\\* ?", ""));
            }
        }
        if (file.endsWith("README.md")) {
            Matcher tasks = TASKS.matcher(text);
            assertThat(tasks.find()).as("%s has a table of tasks", file).isTrue();
            String calls = tasks.group(1).replaceAll("[^`\n]*`([^`]*)`[^`\n]*", "$1;");
            add(file, text.substring(0, tasks.start(1)), calls);
        }
    }

    private void add(Path file, String before, String example) throws IOException {
        StringBuilder imports = new StringBuilder();
        StringBuilder body = new StringBuilder(before.replaceAll(".", ""));
        String statement = "";
        boolean opensParagraph = true;
        int number = body.length() + 1;
        for (String line : example.split("\n")) {
            String where = "%s:%d: %s".formatted(file, number++, line);
            Matcher parts = LINE.matcher(line);
            assertThat(parts.matches()).as(where).isTrue();
            String code = parts.group(1).strip();
            String comment = parts.group(2);
            opensParagraph &= code.isEmpty();
            assertThat(comment == null || code.endsWith(";") || opensParagraph)
                    .as("%s%nA comment stands behind a statement, or opens a paragraph.", where)
                    .isTrue();
            if (code.startsWith("import ")) {
                imports.append(code);
                code = "";
            }
            statement += code;
            if (comment != null && !code.isEmpty()) {
                statement = claim(where, statement, comment.strip());
            }
            statement += "\n";
            if (statement.isBlank() || code.matches(".*[;{}]")) {
                body.append(statement);
                statement = "";
            }
            opensParagraph |= line.isBlank();
        }
        Path source = Path.of("" + sources.size(), file.getFileName().toString().replace(".md", ".java"));
        Files.createDirectories(folder.resolve(source).getParent());
        Files.writeString(
                folder.resolve(source),
                (imports.isEmpty() ? IMPORTS : imports) + "class Example" + sources.size() + " extends "
                        + Prelude.class.getName() + " { @Override protected void run() throws Exception {" + body
                        + statement + "}}");
        sources.add(source.toString());
    }

    private String claim(String where, String statement, String claimed) {
        assertThat(claimed).as(where).doesNotStartWith("...");
        String call = "claim(" + claims.size() + ", () -> ";
        claims.add(new Claim(where, claimed, new ArrayList<>()));
        Matcher declaration = DECLARATION.matcher(statement);
        return declaration.matches()
                ? statement + call + declaration.group(1) + ");"
                : call + statement.replaceFirst(";$", ");");
    }

    private List<Claim> run() throws IOException, InterruptedException {
        Files.copy(Editions.bundled(), folder.resolve("service-names-port-numbers.csv"), REPLACE_EXISTING);
        String library = Stream.of(System.getProperty("jdk.module.path"), System.getProperty("java.class.path"))
                .filter(Objects::nonNull)
                .collect(joining(File.pathSeparator));
        String path = "." + File.pathSeparator + library;
        // The quick compiler alone: nothing here runs for long.
        String option = "-XX:TieredStopAtLevel=1";
        String prelude = PRELUDE.toAbsolutePath().toString();
        execute(
                Stream.of("javac", "-J" + option, "-encoding", "UTF-8", "-d", ".", "-cp", library, prelude),
                sources.stream());
        execute(
                Stream.of("java", option, "-cp", path, Prelude.class.getName()),
                IntStream.range(0, sources.size()).mapToObj(i -> "Example" + i));
        for (String outcome : Files.readAllLines(folder.resolve("outcomes"))) {
            String[] parts = outcome.split(" ", 2);
            claims.get(Integer.parseInt(parts[0])).outcomes().add(parts[1]);
        }
        return claims;
    }

    private void execute(Stream<String> tool, Stream<String> arguments) throws IOException, InterruptedException {
        List<String> command = Stream.concat(tool, arguments).collect(toCollection(ArrayList::new));
        command.set(
                0,
                Path.of(System.getProperty("java.home"), "bin", command.get(0)).toString());
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        String output = process.inputReader().lines().collect(joining("\n"));
        assertThat(process.waitFor()).as("%s", output).isZero();
    }
}
