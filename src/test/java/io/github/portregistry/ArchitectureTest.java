package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the classes to the order that a text gives them, by the dependencies that the JDK's own jdeps finds. */
class ArchitectureTest {

    private static final Path PLAN = Path.of("src/test/resources/architecture.txt");

    private static final String PACKAGE = "io.github.portregistry.";

    /** The other classes that each class uses, as jdeps sees it, to which constants are invisible. */
    private static final Map<String, Set<String>> USES = uses();

    @Test
    void followsThePlan() throws IOException {
        List<String> members = members();
        List<String> faults = new ArrayList<>();
        for (String member : members) {
            if (!USES.containsKey(member)) {
                faults.add(member + " is in a family, but there is no such class");
            } else if (members.indexOf(member) != members.lastIndexOf(member)) {
                faults.add(member + " is in a family twice");
            }
        }
        USES.forEach((user, used) -> {
            if (!members.contains(user)) {
                faults.add(user + " is in no family");
            } else {
                used.stream()
                        .filter(each -> members.indexOf(each) > members.indexOf(user))
                        .forEach(each -> faults.add(user + " uses " + each + ", which stands after it"));
            }
        });
        assertThat(faults).as("faults of the classes, or of %s", PLAN).isEmpty();
    }

    @Test
    void usesCommonsCsvInOneClass() {
        assertThat(USES.entrySet())
                .filteredOn(entry -> entry.getValue().stream().anyMatch(used -> used.startsWith("org.apache.")))
                .extracting(Map.Entry::getKey)
                .containsExactly("CsvRows");
    }

    /** Returns the members of all families in their order: the indented words. */
    private static List<String> members() throws IOException {
        return Files.readAllLines(PLAN).stream()
                .filter(line -> line.startsWith(" "))
                .flatMap(line -> Stream.of(line.strip().split(" +")))
                .toList();
    }

    private static Map<String, Set<String>> uses() {
        StringWriter listing = new StringWriter();
        PrintWriter out = new PrintWriter(listing);
        // Below the module's descriptor, whose modules jdeps would ask for.
        String[] args = {"-verbose:class", "-filter:none", "--ignore-missing-deps", "target/classes/io"};
        int status = ToolProvider.findFirst("jdeps").orElseThrow().run(out, out, args);
        assertThat(status).as("%s", listing).isZero();
        Map<String, Set<String>> uses = new TreeMap<>();
        for (String line : listing.toString().split("\n")) {
            String[] words = line.strip().split(" +");
            String user = name(words[0]);
            String used = name(words[2]);
            if (words[0].startsWith(PACKAGE) && !user.endsWith("package-info") && !user.equals(used)) {
                uses.computeIfAbsent(user, none -> new TreeSet<>()).add(used);
            }
        }
        return uses;
    }

    /** Returns a class's name without the library's package; that of a nested class is the name of the one around it. */
    private static String name(String qualified) {
        return qualified.replace(PACKAGE, "").replaceAll("\\$.*", "");
    }
}
