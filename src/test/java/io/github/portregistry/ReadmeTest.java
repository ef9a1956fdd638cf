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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs README's examples, and holds README to the text of what runs here. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Path BUNDLED = Path.of("src/main/registry/service-names-port-numbers.csv");
    private static final Pattern JAVA_BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (io\\.github\\.portregistry\\..*);$");
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
                .withoutReference()
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
        assertThat(registry.status(6667, UDP)).isEqualTo(RESERVED);
        assertThat(registry.ports(UNASSIGNED, TCP).largestIntervals()).isNotEmpty();
        assertThat(PortRange.parse("Well Known Ports")).isEqualTo(SYSTEM);
        assertThat(registry.query().reference("RFC9110").serviceNames()).contains("http", "https");
        assertThat(names(registry.query().assignee("James Brown").list())).contains("wimsic");
        assertThat(registry.query()
                        .status(ASSIGNED)
                        .withoutReference()
                        .registeredBefore(YearMonth.of(2002, 1))
                        .list())
                .isNotEmpty();
        assertThat(registry.resolve("22,80,http-alt,6000-6063", TCP)).hasToString("22,80,591,6000-6063,8008,8080");
        assertThat(registry.resolve("domain, https/tcp, 10123/tcp 10456/udp"))
                .hasToString("tcp 53,443,10123; udp 53,10456");
        assertThat(registry.withOverlay(List.of(PortAssignment.of("billing", PortInterval.of(49500), TCP, "Billing")))
                        .resolve("billing", TCP))
                .hasToString("49500");
        assertThat(registry.names().label(443, TCP)).isEqualTo("443/tcp https");
        PortSet ports = PortSet.of(1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
        assertThat(registry.names().coveredServices(ports, TCP)).contains("telnet");
        assertThat(ports.split(15, interval -> interval.size() == 1 ? 1 : 2)).hasSize(2);
        assertThat(PortSet.parse("22,80,6000-6063")
                        .union(PortSet.of(443))
                        .complement()
                        .size())
                .isEqualTo(65536 - 67);
    }

    @Test
    void refusals() throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        for (String spec : List.of("whois", "rdp", "syslog")) {
            assertThatThrownBy(() -> registry.resolve(spec, TCP))
                    .satisfies(e -> assertThat(Files.readString(README))
                            .contains(e.getMessage().replaceFirst(" \\(at index.*", "\n")));
        }
    }

    @Test
    void outputs() throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        StringBuilder out = new StringBuilder();
        IanaCsvWriter.write(registry, out);
        assertThat(PortRegistry.parse(new StringReader(out.toString()))).isEqualTo(registry);
        out.setLength(0);
        ServicesFileWriter.write(registry, out);
        assertThat(out).contains("\nhttps 443/tcp # ");
    }

    @Test
    void nightlyUpdate(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("current.csv");
        Path download = folder.resolve("download.csv");
        Files.copy(BUNDLED, file);
        Files.writeString(download, Files.readString(BUNDLED).replaceFirst("\nssh,22,tcp,", "\nshell2,22,tcp,"));
        PortRegistry yesterday = PortRegistry.parse(file);

        PortRegistry today =
                PortRegistry.parse(download).requireRows(yesterday.assignments().size() - 200);
        RegistryDiff changes = RegistryDiff.between(yesterday, today).affecting(List.of("ssh", "https", "imap"));
        assertThatThrownBy(() -> {
                    if (!changes.isEmpty()) {
                        throw new IllegalStateException("the update changes our rules: " + changes);
                    }
                })
                .hasMessage("the update changes our rules: 0 added, 0 removed, 1 changed (1 renamed)");
        Files.move(download, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertThat(PortRegistry.parse(file)).isEqualTo(today);
    }

    @Test
    void currentFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("service-names-port-numbers.csv");
        Files.copy(BUNDLED, file);
        PortRegistry registry = PortRegistry.bundled();
        PortRegistry current = PortRegistry.parse(file);
        assertThat(current).isEqualTo(registry);
        assertThat(ParseReport.of(file).problems()).isNotEmpty();
        assertThat(registry.edition().assignmentsOf()).hasToString("2026-09");
        assertThat(RegistryDiff.between(registry, current).isEmpty()).isTrue();
    }

    @Test
    void everyExampleIsOneThatRunsHere() throws IOException {
        String here = withoutBlanks(Files.readString(Path.of("src/test/java/io/github/portregistry/ReadmeTest.java")));
        List<String> examples = examples(Files.readString(README));
        assertThat(examples).hasSizeGreaterThan(20);
        assertThat(examples).allSatisfy(example -> assertThat(here).contains(withoutBlanks(example)));
    }

    @Test
    void everyImportIsOfATypeThatIsThere() throws IOException {
        List<String> types = IMPORT.matcher(Files.readString(README))
                .results()
                .map(type -> type.group(1))
                .toList();
        assertThat(types)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(Class.forName(type)).isNotNull());
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
                .map(example -> example.replaceFirst("^\\s*}", ""))
                .map(example -> example.replace("Path.of(\"service-names-port-numbers.csv\")", "file"))
                .filter(example ->
                        !example.isBlank() && !IMPORT.matcher(example + ";").find())
                .toList();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> names(List<PortAssignment> rows) {
        return rows.stream().map(PortAssignment::serviceName).toList();
    }
}
