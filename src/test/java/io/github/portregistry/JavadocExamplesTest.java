package io.github.portregistry;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNASSIGNED;
import static io.github.portregistry.AssignmentStatus.UNLISTED;
import static io.github.portregistry.PortRange.SYSTEM;
import static io.github.portregistry.PortRange.USER;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the examples of the public types, with what their comments claim, and holds their text to what runs here. */
class JavadocExamplesTest {

    private static final Path MAIN = Path.of("src/main/java/io/github/portregistry");
    private static final Path HERE = Path.of("src/test/java/io/github/portregistry/JavadocExamplesTest.java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\\R(.*?)}</pre>", Pattern.DOTALL);

    private final PortRegistry registry = PortRegistry.bundled();

    @TempDir
    private Path folder;

    @Test
    void assignmentStatus() {
        assertThat(registry.status(26, TCP)).isEqualTo(UNASSIGNED);
        assertThat(registry.status(49152, TCP)).isEqualTo(UNLISTED);
    }

    @Test
    void edition() {
        PortRegistry registry = Editions.registry(Editions.official("2026-02-13"));
        assertThat(registry.edition().toString())
                .matches("14499 rows, newest date 2026-02-13, SHA-256 3618[0-9a-f]{60}, from a path");
    }

    @Test
    void ianaColumn() {
        PortAssignment x11 = registry.findByName("x11").get(0);
        assertThat(IanaColumn.PORT_NUMBER.header()).isEqualTo("Port Number");
        assertThat(IanaColumn.PORT_NUMBER.text(x11)).isEqualTo("6000-6063");
    }

    @Test
    void ianaCsvParser() throws IOException {
        Path csv = faultyFile();
        List<ParseProblem> problems = new ArrayList<>();
        List<PortAssignment> rows = IanaCsvParser.lenient(problems::add).parse(csv);
        assertThat(rows).hasSize(2);
        assertThat(problems).hasSize(1);
    }

    @Test
    void ianaCsvWriter() throws IOException {
        Path csv = folder.resolve("services.csv");
        try (Writer file = Files.newBufferedWriter(csv)) {
            IanaCsvWriter.write(registry, file);
        }
        assertThat(PortRegistry.parse(csv)).isEqualTo(registry);
    }

    @Test
    void overlayPolicy() {
        PortAssignment ssh = PortAssignment.of("ssh", PortInterval.of(2022), TCP, "SSH on a port of our own");
        assertThatIllegalArgumentException().isThrownBy(() -> registry.withOverlay(List.of(ssh)));
        PortRegistry overlaid = registry.withOverlay(List.of(ssh), OverlayPolicy.MAY_SHADOW);
        assertThat(overlaid.resolve("ssh", TCP)).isEqualTo(PortSet.of(2022));
    }

    @Test
    void parseProblem() throws IOException {
        Path file = faultyFile();
        List<ParseProblem> problems = new ArrayList<>();
        IanaCsvParser.lenient(problems::add).parse(file);
        assertThat(problems.get(0).toString())
                .startsWith("line 4, Port Number: \"cp\" is not a port number, 0 to 65535, or an interval ");
    }

    @Test
    void parseReport() throws IOException {
        Path csv = Editions.bundled();
        ParseReport report = ParseReport.of(csv);
        assertThat(report.rowsLeftOut()).isZero();
        List<ParseProblem> log = new ArrayList<>();
        report.warnings().forEach(log::add);
        assertThat(log).isNotEmpty();
        PortRegistry registry = report.registry().requireRows(14_000);
        assertThat(registry).isEqualTo(this.registry);
    }

    @Test
    void portAssignment() {
        PortAssignment www = registry.findByName("www", TCP).get(0);
        assertThat(www.ports()).hasToString("80");
        assertThat(www.aliasOf()).isEqualTo("http");
        assertThat(www.hasReference()).isTrue();
        assertThat(www.references()).containsExactly("RFC9110");
    }

    @Test
    void portInterval() {
        PortInterval x11 = PortInterval.parse("6000-6063");
        assertThat(x11.contains(6010)).isTrue();
        assertThat(x11.size()).isEqualTo(64);
        assertThat(PortInterval.of(443)).hasToString("443");
    }

    @Test
    void portQuery() {
        PortQuery ghosts =
                registry.query().transport(TCP).range(USER).status(ASSIGNED).withoutReference();
        assertThat(ghosts.count()).isGreaterThan(5000);
        assertThat(ghosts.registeredBefore(YearMonth.of(2005, 1)).serviceNames())
                .isNotEmpty();
        assertThat(ghosts.assignee("James Brown").list())
                .extracting(PortAssignment::serviceName)
                .contains("wimsic");
    }

    @Test
    void portRange() {
        assertThat(PortRange.of(1326)).isEqualTo(USER);
        assertThat(PortRange.parse("Well Known Ports")).isEqualTo(SYSTEM);
        assertThat(PortRange.DYNAMIC.first()).isEqualTo(49152);
    }

    @Test
    void portRegistry() {
        PortRegistry registry = PortRegistry.bundled();
        assertThat(registry.findByPort(1326, TCP)).singleElement().returns("wimsic", PortAssignment::serviceName);
        assertThat(registry.findByName("HTTP-ALT", TCP))
                .extracting(row -> String.valueOf(row.ports()))
                .containsExactly("591", "8008", "8080");
        assertThat(registry.status(26, TCP)).isEqualTo(UNASSIGNED);
        assertThat(registry.query()
                        .transport(TCP)
                        .range(SYSTEM)
                        .withoutReference()
                        .count())
                .isPositive();
        assertThat(registry.resolve("22,80,http-alt,6000-6063", TCP)).hasToString("22,80,591,6000-6063,8008,8080");
        assertThat(registry.resolve("domain, https/tcp, 10123/tcp 10456/udp"))
                .hasToString("tcp 53,443,10123; udp 53,10456");
    }

    @Test
    void portRegistryParseException() throws IOException {
        Path file = faultyFile();
        try {
            PortRegistry.parse(file);
            fail("line 4 is no row of IANA's");
        } catch (PortRegistryParseException e) {
            assertThat(e.line()).isEqualTo(4);
            assertThat(e.column()).isEqualTo("Port Number");
            assertThat(e.value()).isEqualTo("cp");
        }
    }

    @Test
    void portSet() {
        PortSet web = PortSet.parse("80,443,8080-8083");
        assertThat(web.union(PortSet.of(8084)).toString()).isEqualTo("80,443,8080-8084");
        assertThat(web.contains(8081)).isTrue();
        assertThat(web.complement().size()).isEqualTo(65530);

        PortSet set = PortSet.parse("1,3,5,7,9,11,13,15,17,19,21,23,25,27-29");
        assertThat(set.split(15, interval -> interval.size() == 1 ? 1 : 2)).containsExactly(set);
    }

    @Test
    void portSpecException() {
        try {
            PortInterval.parse("80-70");
            fail("the interval is reversed");
        } catch (PortSpecException e) {
            assertThat(e.getMessage()).isEqualTo("interval 80-70 is reversed (at index 0 of \"80-70\")");
        }
    }

    @Test
    void portsByTransport() {
        PortsByTransport ports = registry.resolve("domain, https/tcp");
        assertThat(ports.ports(TCP)).hasToString("53,443");
        assertThat(ports.toString()).isEqualTo("tcp 53,443; udp 53");
        Map<TransportProtocol, PortSet> seen = new EnumMap<>(TransportProtocol.class);
        ports.asMap().forEach((transport, set) -> seen.put(transport, set));
        assertThat(PortsByTransport.of(seen)).isEqualTo(ports);
    }

    @Test
    void registryDate() {
        assertThat(RegistryDate.parse("2007-06").day()).isNull();
        assertThat(RegistryDate.parse("2011-10-12").yearMonth()).hasToString("2011-10");
    }

    @Test
    void registryDiff() {
        PortAssignment imap = PortAssignment.of("imap", PortInterval.of(143), UDP, "");
        PortAssignment old = PortAssignment.of("readmail", PortInterval.of(109), TCP, "Post Office");
        PortAssignment renamed = PortAssignment.of("pop2", PortInterval.of(109), TCP, "Post Office");
        PortRegistry yesterday = PortRegistry.of(List.of(old, imap));
        PortRegistry today = PortRegistry.of(List.of(renamed));
        RegistryDiff diff = RegistryDiff.between(yesterday, today);
        assertThat(diff.renamed()).containsExactly(new AssignmentChange(old, renamed));
        assertThat(diff.affecting(List.of("imap")).removed()).containsExactly(imap);
    }

    @Test
    void reverseLookup() {
        PortNames names = registry.names();
        assertThat(names.label(443, TCP)).isEqualTo("443/tcp https");
        assertThat(names.exactServices(PortSet.of(80), TCP)).containsExactly("http", "www", "www-http");
        assertThat(names.coveredServices(PortSet.parse("6000-6064"), TCP)).containsExactly("x11", "ndl-ahp-svc");
    }

    @Test
    void servicesFileWriter() throws IOException {
        StringBuilder file = new StringBuilder();
        ServicesFileWriter.write(
                PortRegistry.of(registry.query().port(80).transport(TCP).list()), file);
        assertThat(file).hasToString("http 80/tcp www www-http # World Wide Web HTTP\n");
    }

    @Test
    void transportProtocol() {
        assertThat(TransportProtocol.parse("TCP").keyword()).isEqualTo("tcp");
    }

    /** A file whose fourth line has a port that is none. */
    private Path faultyFile() throws IOException {
        return Files.writeString(folder.resolve("services.csv"), """
                Service Name,Port Number,Transport Protocol
                http,80,tcp
                ssh,22,tcp
                tcpmux,cp,tcp
                """);
    }

    @ParameterizedTest
    @MethodSource
    void everyExampleIsOneThatRunsHere(Path type) throws IOException {
        String here = withoutBlanks(Files.readString(HERE));
        assertThat(statements(Files.readString(type)))
                .isNotEmpty()
                .allSatisfy(statement -> assertThat(here).contains(withoutBlanks(statement)));
    }

    /** Returns the files of the types that have an example; a public type without one has to be looked at. */
    static Stream<Path> everyExampleIsOneThatRunsHere() throws IOException {
        try (Stream<Path> files = Files.list(MAIN)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") && read(file).contains("\npublic "))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static List<String> statements(String source) {
        return EXAMPLE.matcher(source)
                .results()
                .map(example -> example.group(1).replaceAll("(?m)^ *\\* ?", "").replaceAll("//.*", ""))
                .flatMap(example -> Arrays.stream(example.split(";|\\{\n|\n}|\\.\\.\\.")))
                .map(statement -> statement.replace("Path.of(\"services.csv\")", "csv"))
                .map(statement -> statement.replace("System.out::println", "log::add"))
                .filter(statement -> !statement.isBlank() && !statement.strip().equals(")"))
                .toList();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
