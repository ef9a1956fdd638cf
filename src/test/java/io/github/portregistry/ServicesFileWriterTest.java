package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The services(5) file that is written, read by a small parser of its own, and by the C library where it can be asked. */
class ServicesFileWriterTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();
    private static final String FILE = write(REGISTRY);

    /** What services(5) says of a line that is not a comment: name, port/transport, aliases, and no more. */
    private static final Pattern SERVICE =
            Pattern.compile("([^\\s#]+) ([0-9]{1,5})/(tcp|udp|sctp|dccp)((?: [^\\s#]+)*)(?: #[^\n]*)?");

    /** A service of a file: the name of a line, and its aliases in the line's order. */
    private record Entry(String name, int port, String transport, List<String> aliases) {

        List<String> names() {
            List<String> names = new ArrayList<>(List.of(name));
            names.addAll(aliases);
            return names;
        }

        @Override
        public String toString() {
            return name + " " + port + "/" + transport + (aliases.isEmpty() ? "" : " " + String.join(" ", aliases));
        }
    }

    @Nested
    class TheBundledEdition {

        @Test
        void hasOneServiceOrCommentPerLine() {
            assertThat(FILE).endsWith("\n");
            assertThat(FILE.lines())
                    .allMatch(line ->
                            line.startsWith("# ") || SERVICE.matcher(line).matches());
            assertThat(FILE.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
        }

        @Test
        void hasEachNameOncePerTransport() {
            assertThat(entries(FILE).stream()
                            .flatMap(entry -> entry.names().stream().map(name -> name + "/" + entry.transport())))
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }

        @Test
        void hasExactlyTheNamesWithOnePort() {
            Map<String, Integer> expected = new TreeMap<>();
            BruteForce.portsByName(REGISTRY)
                    .forEach((name, ports) -> ports.asMap().forEach((transport, set) -> {
                        if (set.size() == 1) {
                            expected.put(
                                    name + "/" + transport.keyword(),
                                    set.ports().sum());
                        }
                    }));
            assertThat(portsByNameAndTransport(FILE)).isEqualTo(expected);
        }

        @Test
        void commentsOnEveryOtherRow() {
            List<String> expected = new ArrayList<>();
            Map<String, PortsByTransport> portsByName = BruteForce.portsByName(REGISTRY);
            for (PortAssignment row : REGISTRY.assignments()) {
                for (TransportProtocol transport : TransportProtocol.values()) {
                    if (portsByName.containsKey(row.serviceName())
                            && row.ports() != null
                            && (row.transport() == null || row.transport() == transport)
                            && portsByName
                                            .get(row.serviceName())
                                            .ports(transport)
                                            .size()
                                    > 1) {
                        expected.add("# " + row.serviceName() + " " + row.ports() + "/" + transport.keyword());
                    }
                }
            }
            List<String> comments = FILE.lines()
                    .filter(line -> line.startsWith("# "))
                    .map(line -> line.split(" # ")[0])
                    .toList();
            assertThat(comments).isEqualTo(expected).contains("# http-alt 8080/tcp", "# x11 6000-6063/udp");
        }

        @Test
        void putsAliasesBesideTheirTarget() {
            assertThat(entries(FILE).stream().map(Entry::toString))
                    .contains(
                            "http 80/tcp www www-http",
                            "whoispp 63/tcp whois++",
                            "shell 514/tcp",
                            "syslog 514/udp",
                            "urd 465/tcp",
                            "submissions 465/tcp",
                            "mdqs 666/tcp",
                            "doom 666/tcp");
        }
    }

    @Nested
    class YourOwnRegistry {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        a b      | # a b 7/tcp
                        x#y      | # x#y 7/tcp
                        #        | # # 7/tcp
                        """)
        void commentsOutNamesThatTheFormatCannotHold(String name, String line) {
            assertThat(write(service(name, 7, ""))).isEqualTo(line + "\n");
        }

        @Test
        void omitsRowsWithoutNameOrPort() {
            assertThat(write(
                            PortAssignment.of("", PortInterval.of(24), TCP, "any private mail system"),
                            PortAssignment.of("rdp", null, TCP, "")))
                    .isEmpty();
            assertThat(write(PortRegistry.of(List.of()))).isEmpty();
        }

        @Test
        void putsDescriptionsOnOneLine() {
            assertThat(write(service("a", 1, " two\r\n  lines # of\ttext\u0000 "), service("b", 2, " \n")))
                    .isEqualTo("a 1/tcp # two lines # of text\nb 2/tcp\n");
        }

        @Test
        void writesRowsWithoutTransportForEachTransport() {
            assertThat(write(PortAssignment.of("any", PortInterval.of(7), null, "")))
                    .isEqualTo("any 7/tcp\nany 7/udp\nany 7/sctp\nany 7/dccp\n");
        }

        @Test
        void countsPortsOfEachTransport() {
            assertThat(write(
                            service("two", 1, ""),
                            service("two", 2, ""),
                            PortAssignment.of("two", PortInterval.of(3), UDP, "")))
                    .isEqualTo("# two 1/tcp\n# two 2/tcp\ntwo 3/udp\n");
        }

        @Test
        void prefersOverlaysToShadowedNames() {
            PortRegistry registry = PortRegistry.of(List.of(service("http", 80, ""), service("ssh", 22, "")))
                    .withOverlay(List.of(service("http", 49500, "")), OverlayPolicy.MAY_SHADOW);
            assertThat(entries(write(registry)))
                    .extracting(Entry::toString)
                    .containsExactlyInAnyOrder("http 49500/tcp", "ssh 22/tcp");
        }

        @Test
        void countsPortsOfNamesInAnyCase() {
            assertThat(write(service("Two", 1, ""), service("two", 2, ""))).isEqualTo("# Two 1/tcp\n# two 2/tcp\n");
        }

        /** Such letters fold to ASCII in a Locale or a collation, and are other names in every look-up. */
        @ParameterizedTest
        @CsvSource({"imap, \u0130map", "kerberos, \u212aerberos", "samba, \u017famba"})
        void distinguishesNamesAsLookUpsDo(String name, String other) {
            PortRegistry registry = PortRegistry.of(List.of(service(name, 1, ""), service(other, 2, "")));
            assertThat(registry.findByName(name)).hasSize(1);
            assertThat(registry.findByName(other)).hasSize(1);
            assertThat(write(registry)).isEqualTo(name + " 1/tcp\n" + other + " 2/tcp\n");
        }

        @Test
        void findsTargetsInAnyCase() {
            PortAssignment http = service("http", 80, "");
            PortAssignment www = alias("www", 80, "HTTP");
            assertThat(PortRegistry.of(List.of(http, www)).findAliases(http)).containsExactly(www);
            assertThat(write(http, www)).isEqualTo("http 80/tcp www\n");
        }

        @Test
        void removesInvisibleCharacters() {
            PortRegistry registry = PortRegistry.of(List.of(service("a", 1, "x\u202Ey\u2028z 22/tcp")));
            assertThat(write(registry)).isEqualTo("a 1/tcp # x y z 22/tcp\n");
        }

        @Test
        void writesNamesOfSeveralRowsOnce() {
            PortAssignment twice = service("twice", 7, "first");
            assertThat(write(
                            twice,
                            twice,
                            service("twice", 7, "second"),
                            PortAssignment.of("twice", PortInterval.of(7), null, ""),
                            alias("other", 7, "twice")))
                    .isEqualTo("twice 7/tcp other # first\ntwice 7/udp\ntwice 7/sctp\ntwice 7/dccp\n");
        }

        @Test
        void putsAliasesOnTheLineOfALaterTarget() {
            assertThat(write(alias("www", 80, "http"), service("http", 80, ""), alias("web", 80, "http")))
                    .isEqualTo("http 80/tcp www web\n");
        }

        @Test
        void writesAliasesWithoutTargetOnTheirOwnLine() {
            assertThat(write(alias("www", 80, "http"))).isEqualTo("www 80/tcp\n");
            assertThat(write(alias("www", 80, "a b"), service("a b", 80, ""))).isEqualTo("www 80/tcp\n# a b 80/tcp\n");
            assertThat(write(alias("www", 80, "http"), service("http", 81, ""))).isEqualTo("www 80/tcp\nhttp 81/tcp\n");
            assertThat(write(alias("www", 80, "http"), PortAssignment.of("http", PortInterval.of(80), UDP, "")))
                    .isEqualTo("www 80/tcp\nhttp 80/udp\n");
        }

        /** In all 126 bytes, 13 of which are the words before the description. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                        x*113           | x*113
                        x*114           | x*110 ...
                        x*109 y*90000   | x*109 y*1 ...
                        x*110 y*90000   | x*110 ...
                        é*56 x          | é*56 x
                        é*57            | é*55 ...
                        x é*56          | x é*56
                        x é*57          | x é*54 ...
                        漢*40           | 漢*36 ...
                        x*2 漢*40       | x*2 漢*36 ...
                        x*3 漢*40       | x*3 漢*35 ...
                        😀*28           | 😀*28
                        😀*29           | 😀*27 ...
                        x*109 ␠ y*90    | x*109 ...
                        """)
        void truncatesLongDescriptions(String description, String written) {
            String line = write(service("abcd", 1, repeated(description)));
            assertThat(line).isEqualTo("abcd 1/tcp # " + repeated(written) + "\n");
            assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(127);
        }

        /** The name, and 6 bytes of the port and the transport; of the comment there are as many bytes as fit, or none. */
        @ParameterizedTest
        @CsvSource({"112, # long", "113, # long", "114, ''", "115, ''", "116, ''", "117, ''", "118, ''", "119, ''"})
        void omitsDescriptionsThatDoNotFit(int length, String comment) {
            String words = "n".repeat(length) + " 1/tcp";
            assertThat(write(service("n".repeat(length), 1, "long")))
                    .isEqualTo(words + (comment.isEmpty() ? "" : " " + comment) + "\n");
        }

        @Test
        void commentsOutLongNames() {
            assertThat(write(service("n".repeat(120), 1, ""))).isEqualTo("n".repeat(120) + " 1/tcp\n");
            assertThat(write(service("n".repeat(121), 1, ""))).isEqualTo("# " + "n".repeat(121) + "...\n");
            assertThat(write(service("é".repeat(60), 1, "x"))).isEqualTo("é".repeat(60) + " 1/tcp\n");
            assertThat(write(service("é".repeat(61), 1, "x"))).isEqualTo("# " + "é".repeat(60) + "...\n");
            assertThat(write(service("n".repeat(90_000), 1, ""))).isEqualTo("# " + "n".repeat(121) + "...\n");
        }

        @Test
        void writesAliasesThatDoNotFitOnTheirOwnLine() {
            PortAssignment target = service("target", 1, "and a comment");
            PortAssignment first = alias("f".repeat(57), 1, "target");
            PortAssignment second = alias("s".repeat(57), 1, "target");
            PortAssignment third = alias("t".repeat(56), 1, "target");
            String words = "target 1/tcp " + "f".repeat(57) + " # and a comment";
            assertThat(write(target, first, second, third))
                    .isEqualTo(words + "\n" + "s".repeat(57) + " 1/tcp\n" + "t".repeat(56) + " 1/tcp\n");
            assertThat(write(second, third, alias("four", 1, "target"), target))
                    .isEqualTo("t".repeat(56) + " 1/tcp\ntarget 1/tcp " + "s".repeat(57) + " four # and a comment\n");
        }

        private static String repeated(String parts) {
            StringBuilder text = new StringBuilder();
            for (String part : parts.split(" ")) {
                String[] times = part.split("\\*");
                text.append((times[0].equals("␠") ? " " : times[0])
                        .repeat(times.length > 1 ? Integer.parseInt(times[1]) : 1));
            }
            return text.toString();
        }

        /** Some 30 seconds when each row made a set of its own, and each looked through one of all of them. */
        @Test
        @Timeout(60)
        void takesLinearTime() {
            PortAssignment[] ports = IntStream.range(0, 30_000)
                    .mapToObj(i -> service("a", 2 * i, ""))
                    .toArray(PortAssignment[]::new);
            assertThat(write(ports)).hasLineCount(30_000).startsWith("# a 0/tcp\n# a 2/tcp\n");
            PortAssignment[] aliases = IntStream.range(0, 30_000)
                    .mapToObj(i -> i == 9 ? service("a", 7, "") : alias("b" + i, 7, "a"))
                    .toArray(PortAssignment[]::new);
            String[] lines = write(aliases).split("\n");
            assertThat(lines[0])
                    .startsWith("a 7/tcp b0 b1 b2 b3 b4 b5 b6 b7 b8 b10 ")
                    .endsWith(" b32");
            assertThat(lines[1]).isEqualTo("b33 7/tcp");
            assertThat(lines).hasSize(30_000 - 32);
        }

        @Test
        void keepsChainsAndCirclesOfAliases() {
            assertNamesOnce(alias("a", 7, "b"), alias("b", 7, "c"), service("c", 7, ""));
            assertNamesOnce(service("c", 7, ""), alias("b", 7, "c"), alias("a", 7, "b"));
            assertNamesOnce(alias("b", 7, "c c"), alias("a", 7, "b"), alias("c", 7, "a"));
            assertNamesOnce(alias("a", 7, "b"), alias("b", 7, "a"), alias("c", 7, "c"));
            assertNamesOnce(alias("a", 7, "c"), alias("b", 7, "c"), service("c", 7, ""), alias("c", 7, "b"));
        }

        private static void assertNamesOnce(PortAssignment... rows) {
            assertThat(entries(write(rows)).stream().flatMap(entry -> entry.names().stream()))
                    .containsExactlyInAnyOrder("a", "b", "c");
        }
    }

    @Test
    void passesOnIoExceptions() {
        Written.assertHandsOnThatTheDiskIsFull(ServicesFileWriter::write);
    }

    @Test
    void rejectsNull() {
        assertRejectsNull("registry", () -> ServicesFileWriter.write(null, new StringBuilder()));
        assertRejectsNull("out", () -> ServicesFileWriter.write(REGISTRY, null));
    }

    /** Asks the C library, with the file in the place of {@code /etc/services} for a process of its own. */
    @Nested
    class TheCLibrary {

        @TempDir
        private static Path folder;

        @BeforeAll
        static void writeTheFile() throws IOException, InterruptedException {
            Files.writeString(folder.resolve("services"), FILE);
            assumeTrue(
                    getent("").exitCode() == 0,
                    "skipped: no getent, or no right to mount a file in a private namespace (unshare -m, as root)");
        }

        @ParameterizedTest
        @CsvSource({
            "https/tcp, https 443/tcp",
            "443/tcp, https 443/tcp",
            "syslog/udp, syslog 514/udp",
            "www/tcp, http 80/tcp www www-http",
            "www-http/udp, http 80/udp www www-http",
            "80/sctp, http 80/sctp",
            "465/tcp, urd 465/tcp",
            "submissions/tcp, submissions 465/tcp"
        })
        void finds(String key, String service) throws IOException, InterruptedException {
            Answer answer = getent(key);
            assertThat(answer.exitCode()).isZero();
            assertThat(answer.lines()).containsExactly(service);
        }

        @ParameterizedTest
        @ValueSource(strings = {"syslog/tcp", "http-alt/tcp", "8080/tcp", "x11/tcp", "6000/tcp", "26/tcp", "rdp/tcp"})
        void doesNotFindNamesWithoutOnePort(String key) throws IOException, InterruptedException {
            Answer answer = getent(key);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.lines()).isEmpty();
        }

        @Test
        void readsEveryLine() throws IOException, InterruptedException {
            assertThat(getent("").lines())
                    .containsExactlyElementsOf(
                            entries(FILE).stream().map(Entry::toString).toList());
        }

        private record Answer(int exitCode, List<String> lines) {}

        private static Answer getent(String key) throws IOException, InterruptedException {
            Path output = folder.resolve("output");
            Process process;
            try {
                process = new ProcessBuilder(
                                "unshare",
                                "-m",
                                "sh",
                                "-c",
                                "mount --bind \"$1\" /etc/services && exec getent services $2",
                                "sh",
                                folder.resolve("services").toString(),
                                key)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
            } catch (IOException e) {
                return new Answer(127, List.of(String.valueOf(e.getMessage())));
            }
            assertThat(process.waitFor(30, SECONDS)).isTrue();
            return new Answer(
                    process.exitValue(),
                    Files.readAllLines(output).stream()
                            .map(line -> line.replaceAll(" +", " "))
                            .toList());
        }
    }

    private static PortAssignment service(String name, int port, String description) {
        return PortAssignment.of(name, PortInterval.of(port), TCP, description);
    }

    private static PortAssignment alias(String name, int port, String target) {
        String notes = "This entry is an alias to \"" + target + "\".";
        return new PortAssignment(name, PortInterval.of(port), TCP, "", "", "", null, null, "", null, "", notes);
    }

    private static String write(PortAssignment... rows) {
        return write(PortRegistry.of(Arrays.asList(rows)));
    }

    private static String write(PortRegistry registry) {
        return Written.by(ServicesFileWriter::write, registry);
    }

    /** Returns the services of a file; fails at a line that is neither a service nor a comment. */
    private static List<Entry> entries(String file) {
        return file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> {
                    Matcher service = SERVICE.matcher(line);
                    assertThat(service.matches()).as(line).isTrue();
                    String aliases = service.group(4).strip();
                    return new Entry(
                            service.group(1),
                            Integer.parseInt(service.group(2)),
                            service.group(3),
                            aliases.isEmpty() ? List.of() : List.of(aliases.split(" ")));
                })
                .toList();
    }

    private static Map<String, Integer> portsByNameAndTransport(String file) {
        Map<String, Integer> ports = new TreeMap<>();
        for (Entry entry : entries(file)) {
            entry.names().forEach(name -> ports.put(name + "/" + entry.transport(), entry.port()));
        }
        return ports;
    }
}
