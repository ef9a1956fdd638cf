package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.RESERVED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.PortRange.SYSTEM;
import static io.github.portregistry.PortRange.USER;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs README's examples, and holds README to the text of what runs here. */
class ReadmeTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TASK = Pattern.compile("(?m)^\\|[^|`]*\\|([^|]*\\([^|]*)\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");

    @Test
    void quickStart() {
        PortRegistry registry = PortRegistry.bundled();

        assertThat(names(registry.findByPort(80, TCP))).containsExactly("http", "www", "www-http");
        assertThat(registry.findCanonical(80, TCP))
                .hasValueSatisfying(row -> assertThat(row.serviceName()).isEqualTo("http"));
        assertThat(registry.findCanonical(465, TCP)).isEmpty();
        assertThat(registry.findByName("HTTP-ALT", TCP))
                .extracting(row -> String.valueOf(row.ports()))
                .containsExactly("591", "8008", "8080");
        assertThat(registry.findByName("nosuchservice")).isEmpty();
        assertThat(registry.status(26, TCP)).isEqualTo(UNASSIGNED);
        assertThat(registry.status(49152, TCP)).isEqualTo(UNLISTED);
        assertThat(PortRange.of(1326)).isEqualTo(USER);

        long ghosts = registry.query()
                .transport(TCP)
                .range(USER)
                .status(ASSIGNED)
                .undocumented()
                .count();
        assertThat(ghosts).isGreaterThan(5000);
    }

    @Test
    void tasks() throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        assertThat(registry.findByPort(443, TCP)).hasSize(1);
        assertThat(registry.findByPort(443)).hasSize(3);

        PortAssignment http = registry.findCanonical(80, TCP).orElseThrow();
        assertThat(names(registry.findAliases(http))).containsExactly("www", "www-http");
        assertThat(registry.query().serviceName("x11").transport(TCP).ports()).hasToString("6000-6063");
        assertThat(registry.status(6667, UDP)).isEqualTo(RESERVED);
        assertThat(registry.ports(UNASSIGNED, TCP).contains(26)).isTrue();
        assertThat(PortRange.parse("Well Known Ports")).isEqualTo(SYSTEM);
        assertThat(registry.query().reference("RFC9110").serviceNames()).contains("http", "https");
        assertThat(names(registry.query().assignee("James Brown").list())).contains("wimsic");
        assertThat(registry.query()
                        .status(ASSIGNED)
                        .undocumented()
                        .registeredBefore(YearMonth.of(2002, 1))
                        .list())
                .isNotEmpty();
        assertThat(PortRegistry.of(List.of(PortAssignment.of("billing", PortInterval.of(9400), TCP, "Billing")))
                        .findByName("billing"))
                .hasSize(1);
        assertThat(PortSet.parse("22,80,6000-6063")
                        .union(PortSet.of(443))
                        .complement()
                        .size())
                .isEqualTo(65536 - 67);
    }

    @Test
    void currentFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("service-names-port-numbers.csv");
        Files.copy(Path.of("src/main/registry/service-names-port-numbers.csv"), file);
        PortRegistry current = PortRegistry.parse(file);
        assertThat(current).isEqualTo(PortRegistry.bundled());

        List<ParseProblem> problems = new ArrayList<>();
        assertThat(IanaCsvParser.lenient(problems::add).parse(file)).isEqualTo(current.assignments());
        assertThat(problems).isEmpty();
    }

    @Test
    void everyExampleIsOneThatRunsHere() throws IOException {
        String here = withoutBlanks(Files.readString(Path.of("src/test/java/io/github/portregistry/ReadmeTest.java")));
        List<String> examples = examples(Files.readString(Path.of("README.md")));
        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(examples).allSatisfy(example -> assertThat(here).contains(withoutBlanks(example)));
    }

    /** The statements of the Java blocks, and the calls in the last column of the table of tasks. */
    private static List<String> examples(String readme) {
        List<String> examples = new ArrayList<>();
        JAVA_BLOCK
                .matcher(readme)
                .results()
                .forEach(block -> Arrays.stream(
                                block.group(1).replaceAll("//.*", "").split(";"))
                        .forEach(examples::add));
        TASK.matcher(readme)
                .results()
                .forEach(task -> CODE.matcher(task.group(1)).results().forEach(code -> examples.add(code.group(1))));
        return examples.stream()
                .map(example -> example.replace("Path.of(\"service-names-port-numbers.csv\")", "file"))
                .filter(example -> !example.isBlank())
                .toList();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> names(List<PortAssignment> rows) {
        return rows.stream().map(PortAssignment::serviceName).toList();
    }
}
