package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.SCTP;
import static io.github.portregistry.TransportProtocol.TCP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link ServicesFileWriter} has written, {@link ServicesFileParser} reads back; and no line of it is too long. */
class ServicesRoundTripTest {

    private static final Set<TransportProtocol> TRANSPORTS = Set.of(TransportProtocol.values());

    static List<Path> editions() {
        return Editions.all();
    }

    @ParameterizedTest
    @MethodSource("editions")
    void keepsNamesAndDescriptions(Path edition) throws IOException {
        PortRegistry registry = Editions.registry(edition);
        List<String> expected = writable(registry).values().stream()
                .map(PortAssignment::toString)
                .sorted()
                .toList();
        List<PortAssignment> back = parse(write(registry));
        assertThat(back.stream().map(PortAssignment::toString).sorted())
                .isEqualTo(expected)
                .doesNotHaveDuplicates();
        for (PortAssignment row : back) {
            String description = uncut(row.description());
            boolean isItsOwn = registry.findByName(row.serviceName(), transport(row)).stream()
                    .anyMatch(own -> Texts.oneLine(own.description()).startsWith(description));
            assertThat(isItsOwn).as("%s %s", row, description).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("editions")
    void keepsCanonicalNamesAndAliases(Path edition) throws IOException {
        PortRegistry before =
                PortRegistry.of(writable(Editions.registry(edition)).values());
        PortRegistry after = PortRegistry.of(parse(write(Editions.registry(edition))));
        int canonical = 0;
        int aliases = 0;
        for (TransportProtocol transport : TRANSPORTS) {
            for (int port = 0; port < 65_536; port++) {
                @Nullable String name = canonical(before, port, transport);
                assertThat(canonical(after, port, transport))
                        .as("%s/%s", port, transport)
                        .isEqualTo(name);
                assertThat(aliases(after, port, transport))
                        .as("%s/%s", port, transport)
                        .isEqualTo(aliases(before, port, transport));
                canonical += name == null ? 0 : 1;
                aliases += aliases(after, port, transport).size();
            }
        }
        assertThat(canonical).isGreaterThan(10_000);
        assertThat(aliases).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void keepsAllLinesButComments(Path edition) throws IOException {
        String file = write(Editions.registry(edition));
        String services = file.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        assertThat(write(PortRegistry.of(parse(file)))).isEqualTo(services);
    }

    @ParameterizedTest
    @MethodSource("editions")
    void fitsLinesIntoTheBufferOfMusl(Path edition) {
        assertLinesFit(write(Editions.registry(edition)));
    }

    /** Names of any length and kind, aliases of everything, circles and chains among them, shadowed names, any text. */
    @Test
    void worksForAnyRegistry() throws IOException {
        Random random = new Random(126);
        int written = 0;
        int aliases = 0;
        for (int i = 0; i < 500; i++) {
            List<String> names = names(random);
            PortRegistry registry = PortRegistry.of(rows(random, names));
            if (i % 3 == 0) {
                String description = "own ".repeat(random.nextInt(40));
                registry = registry.withOverlay(
                        List.of(
                                PortAssignment.of("a", PortInterval.of(50_000), TCP, description),
                                PortAssignment.of("own", PortInterval.of(50_000), null, description)),
                        OverlayPolicy.MAY_SHADOW);
            }
            String file = write(registry);
            assertLinesFit(file);
            Map<String, PortAssignment> expected = writable(registry);
            written += expected.size();
            List<PortAssignment> back = expected.isEmpty() ? List.of() : parse(file);
            assertThat(back).hasSameSizeAs(expected.keySet());
            for (PortAssignment row : back) {
                PortAssignment own = expected.remove(key(row.serviceName(), transport(row)));
                assertThat(own).as("%s", row).isNotNull();
                assertThat(row).hasToString(own.toString());
                if (row.aliasOf() == null) {
                    assertThat(Texts.oneLine(own.description())).startsWith(uncut(row.description()));
                } else {
                    assertThat(ServiceNames.folded(row.aliasOf())).isEqualTo(ServiceNames.folded(own.aliasOf()));
                    aliases++;
                }
            }
            assertThat(pieces(file)).isEqualTo(file.lines().toList());
        }
        assertThat(written).isGreaterThan(5_000);
        assertThat(aliases).isGreaterThan(500);
    }

    /** At one of these lengths the words stand where musl begins to read anew. */
    @Test
    void makesNoServicesFromDescriptions() throws IOException {
        for (int length = 0; length < 400; length++) {
            String description = "x".repeat(length) + " evil 22/tcp ssh2 " + "y".repeat(length % 150);
            String file = write(PortRegistry.of(List.of(
                    PortAssignment.of("a", PortInterval.of(1), TCP, description),
                    PortAssignment.of("b c", PortInterval.of(1), TCP, description))));
            assertThat(pieces(file)).hasSize(2).noneMatch(piece -> piece.split("#")[0].contains("ssh2"));
            assertThat(parse(file)).extracting(PortAssignment::toString).containsExactly("a 1/tcp");
        }
    }

    private static List<String> names(Random random) {
        List<String> names = new ArrayList<>(List.of("a", "A", "b", "x y", "x#", "9a", "a\"b", "ß", "c"));
        for (int i = 0; i < 8; i++) {
            String part = List.of("n", "é", "漢", "😀", "Ⱥ").get(random.nextInt(5));
            names.add(part.repeat(1 + random.nextInt(random.nextBoolean() ? 5 : 130)));
        }
        return names;
    }

    private static List<PortAssignment> rows(Random random, List<String> names) {
        return IntStream.range(0, 25)
                .mapToObj(i -> {
                    int number = random.nextInt(names.size());
                    String name = names.get(number);
                    int target = random.nextInt(4) == 0 ? random.nextInt(names.size()) : number % 2 == 0 ? 2 : 7;
                    String notes = random.nextInt(3) == 0 || number == target
                            ? ""
                            : PortAssignment.aliasNotes(names.get(target));
                    int port = number % 2 * 20_000 + (random.nextInt(15) == 0 ? 1 : 0);
                    TransportProtocol transport = random.nextBoolean() ? TCP : SCTP;
                    return row(
                            name,
                            PortInterval.of(port, random.nextInt(30) == 0 ? port + 1 : port),
                            random.nextInt(5) == 0 ? null : transport,
                            random.ints(random.nextInt(60), 0, 0x1F700)
                                    .mapToObj(c -> random.nextBoolean() ? "# 1/tcp " : Character.toString(c))
                                    .collect(Collectors.joining()),
                            notes);
                })
                .toList();
    }

    /**
     * Returns the rows of the names that have one port over a transport and fit, once for each, by a scan of all rows. They
     * are aliases if their target is among them, on the same port, and is none.
     */
    private static Map<String, PortAssignment> writable(PortRegistry registry) {
        Map<String, Set<PortInterval>> ports = new TreeMap<>();
        Map<String, PortAssignment> first = new TreeMap<>();
        for (PortAssignment row : registry.assignments()) {
            for (TransportProtocol transport : TRANSPORTS) {
                String name = row.serviceName();
                PortInterval interval = row.ports();
                if (name.isEmpty() || interval == null || !row.appliesTo(transport) || isShadowed(registry, row)) {
                    continue;
                }
                ports.computeIfAbsent(key(name, transport), any -> new TreeSet<>())
                        .add(interval);
                String words = name + " " + interval + "/" + transport.keyword();
                if (name.codePoints().anyMatch(Character::isLetter)
                        && !name.contains("#")
                        && name.codePoints().noneMatch(Texts::isInvisible)
                        && words.getBytes(UTF_8).length <= 126) {
                    first.putIfAbsent(
                            key(name, transport),
                            row(name, interval, transport, row.description(), row.assignmentNotes()));
                }
            }
        }
        ports.forEach((key, intervals) -> {
            if (intervals.size() > 1 || intervals.iterator().next().size() > 1) {
                first.remove(key);
            }
        });
        Map<String, PortAssignment> rows = new TreeMap<>(first);
        rows.replaceAll((key, row) -> {
            String stated = row.aliasOf();
            PortAssignment target = stated == null ? null : first.get(key(stated, transport(row)));
            return target != null && target.aliasOf() == null && Objects.equals(target.ports(), row.ports())
                    ? row
                    : row(row.serviceName(), row.ports(), row.transport(), row.description(), "");
        });
        return rows;
    }

    private static boolean isShadowed(PortRegistry registry, PortAssignment row) {
        return registry.rows().isShadowed(row);
    }

    private static String key(String name, TransportProtocol transport) {
        return ServiceNames.folded(name) + "/" + transport;
    }

    private static PortAssignment row(
            String name,
            @Nullable PortInterval ports,
            @Nullable TransportProtocol transport,
            String description,
            String notes) {
        return new PortAssignment(name, ports, transport, description, "", "", null, null, "", null, "", notes);
    }

    private static String uncut(String comment) {
        return comment.endsWith("...") ? comment.substring(0, comment.length() - 3) : comment;
    }

    private static @Nullable String canonical(PortRegistry registry, int port, TransportProtocol transport) {
        return registry.findCanonical(port, transport)
                .map(PortAssignment::serviceName)
                .orElse(null);
    }

    private static Set<String> aliases(PortRegistry registry, int port, TransportProtocol transport) {
        List<PortAssignment> rows = registry.findByPort(port, transport);
        Set<String> aliases = new TreeSet<>();
        for (PortAssignment row : rows) {
            registry.findAliases(row).forEach(alias -> aliases.add(alias.serviceName() + " of " + row.serviceName()));
        }
        return aliases;
    }

    private static TransportProtocol transport(PortAssignment row) {
        return row.transport() == null ? TCP : row.transport();
    }

    private static void assertLinesFit(String file) {
        assertThat(file.lines()
                        .mapToInt(line -> line.getBytes(UTF_8).length)
                        .max()
                        .orElse(0))
                .isLessThanOrEqualTo(126);
        assertThat(new String(file.getBytes(UTF_8), UTF_8)).isEqualTo(file);
    }

    /** Reads a file as fgets(3) does with a buffer of 128 bytes, of which one is for the end. */
    private static List<String> pieces(String file) {
        List<String> pieces = new ArrayList<>();
        byte[] bytes = file.getBytes(UTF_8);
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && end - start < 127 && (end == start || bytes[end - 1] != '\n')) {
                end++;
            }
            pieces.add(new String(Arrays.copyOfRange(bytes, start, end), UTF_8).replace("\n", ""));
            start = end;
        }
        return pieces;
    }

    private static List<PortAssignment> parse(String file) throws IOException {
        return ServicesFileParser.strict().parse(new StringReader(file));
    }

    private static String write(PortRegistry registry) {
        return Written.by(ServicesFileWriter::write, registry);
    }
}
