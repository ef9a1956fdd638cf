package io.github.portregistry.cli;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.OverlayPolicy;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.RegistryDiff;
import io.github.portregistry.ServicesFileParser;
import io.github.portregistry.ServicesFileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a file has, nothing that is asked of it costs more than n log n for n rows. */
class CostTest {

    private static final int FEW = 500;

    /** Four times as many. They may cost five times as much: n log n makes that 4.8. */
    private static final int MANY = 4 * FEW;

    private static final int MOST_TIMES = 5;

    /** What a call may cost in any case, in bytes. */
    private static final int SLACK = 1_000_000;

    /** Rows that have something in common, so that each could be compared with all others. */
    enum Kind {
        ONE_HASH((i, text) -> PortAssignment.of(nameOfOneHash(i), PortInterval.of(5), TCP, text + nameOfOneHash(i))),
        ONE_NAME((i, text) -> PortAssignment.of("name", PortInterval.of(i), TCP, text)),
        ONE_PORT((i, text) -> PortAssignment.of("n" + i, PortInterval.of(5), TCP, text)),
        ONE_NAME_AND_PORT((i, text) -> PortAssignment.of("name", PortInterval.of(5), TCP, text + i)),
        ONE_TARGET((i, text) -> alias("n" + i, PortInterval.of(5), text)),
        NO_PORT((i, text) -> PortAssignment.of("name", null, null, text + i)),
        OVERLAPPING((i, text) -> PortAssignment.of("n" + i, PortInterval.of(2 * i, 2 * i + 16), null, text)),
        BLOCKS((i, text) -> PortAssignment.of(i % 2 == 0 ? "" : "n" + i, PortInterval.of(i, i + 2), TCP, "Unassigned")),
        LONG((i, text) -> PortAssignment.of("n" + i, PortInterval.of(i), TCP, "[x] ".repeat(500) + text));

        private final BiFunction<Integer, String, PortAssignment> row;

        Kind(BiFunction<Integer, String, PortAssignment> row) {
            this.row = row;
        }

        PortRegistry registry(int begin, int rows, String text) {
            return PortRegistry.of(IntStream.range(begin, begin + rows)
                    .mapToObj(i -> row.apply(i, text))
                    .toList());
        }

        private static PortAssignment alias(String name, PortInterval ports, String text) {
            String notes = "This entry is an alias to \"n0\".";
            return new PortAssignment(name, ports, TCP, text, "", "", null, null, "[x]", null, "", notes);
        }

        private static String nameOfOneHash(int i) {
            return IntStream.range(0, 13)
                    .mapToObj(bit -> (i >> bit & 1) == 0 ? "c1" : "ao")
                    .collect(Collectors.joining());
        }
    }

    /** Two registries of one kind that have half of their names or ports in common, and their files. */
    private record Subject(PortRegistry before, PortRegistry after, Path old, Path update) {

        static Subject of(Kind kind, int rows, Path folder) throws IOException {
            PortRegistry before = kind.registry(0, rows, "before");
            PortRegistry after = kind.registry(rows / 2, rows, "after");
            return new Subject(before, after, file(before, folder, "old.csv"), file(after, folder, "update.csv"));
        }

        private static Path file(PortRegistry registry, Path folder, String name) throws IOException {
            StringBuilder csv = new StringBuilder();
            IanaCsvWriter.write(registry, csv);
            return Files.writeString(folder.resolve(name), csv);
        }

        /** Returns the names of all rows, each with its ending. */
        String specification(String ending) {
            return before.assignments().stream()
                    .map(row -> row.serviceName() + ending)
                    .collect(Collectors.joining(" "));
        }

        void run(String command) {
            String[] args = (command + (command.startsWith("diff") ? "" : " --edition=OLD"))
                    .replace("OLD", old.toString())
                    .replace("NEW", update.toString())
                    .split(" ");
            assertThat(Run.withInput("5/tcp\n", args).err()).doesNotContain("see --help");
        }
    }

    private interface Call {
        void on(Subject subject) throws Exception;
    }

    private static final Map<String, Call> CALLS = calls();

    private static Map<String, Call> calls() {
        Map<String, Call> calls = new LinkedHashMap<>();
        for (String command : List.of(
                "5",
                "5 --format=json",
                "0-65535",
                "name",
                "nam",
                "free --site=NEW",
                "list",
                "list --format=json",
                "list --format=csv",
                "ghosts",
                "label",
                "diff OLD NEW",
                "diff OLD NEW --format=json",
                "diff OLD NEW --format=csv",
                "check --after=OLD",
                "explore")) {
            calls.put("ports " + command, subject -> subject.run(command));
        }
        for (OverlayPolicy policy : OverlayPolicy.values()) {
            calls.put("withOverlay " + policy, subject -> subject.before.withOverlay(subject.update, policy));
            calls.put(
                    "bundled withOverlay " + policy,
                    subject -> PortRegistry.bundled().withOverlay(subject.update, policy));
        }
        for (String ending : List.of("/tcp", "/udp", "", "x/tcp")) {
            calls.put("resolve " + ending, subject -> subject.before.resolve(subject.specification(ending)));
        }
        Map<String, BiFunction<PortNames, PortSet, Object>> names = Map.of(
                "label", (of, ports) -> of.label(ports, TCP),
                "describe", (of, ports) -> of.describe(PortInterval.of(0, 65535), TCP),
                "exactServices", (of, ports) -> of.exactServices(ports, TCP),
                "coveredServices", (of, ports) -> of.coveredServices(ports, TCP),
                "affectedServices", (of, ports) -> of.affectedServices(ports, TCP),
                "specification", (of, ports) -> of.specification(PortsByTransport.of(TCP, ports)));
        names.forEach((name, call) -> calls.put(name, subject -> {
            PortSet ports = subject.before.query().ports().ports(TCP);
            call.apply(subject.before.names(), ports);
            call.apply(subject.before.names(), ports.difference(PortSet.of(5)));
        }));
        calls.put(
                "serviceNames",
                subject -> RegistryDiff.between(subject.before, subject.after)
                        .affecting(subject.before
                                .query()
                                .text("before")
                                .withoutAliases()
                                .serviceNames()));
        calls.put("services", subject -> {
            StringBuilder services = new StringBuilder();
            ServicesFileWriter.write(subject.before, services);
            ServicesFileParser.strict().parse(new StringReader(services.toString()));
        });
        return calls;
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    void growsWithTheRows(Kind kind, @TempDir Path folder) throws Exception {
        Subject few = Subject.of(kind, FEW, folder);
        Map<String, Long> bytesOfFew = new LinkedHashMap<>();
        for (int run = 0; run < 2; run++) { // the first one loads classes
            for (Map.Entry<String, Call> call : CALLS.entrySet()) {
                bytesOfFew.put(call.getKey(), bytes(call.getValue(), few));
            }
        }
        Subject many = Subject.of(kind, MANY, folder);
        List<String> costly = new ArrayList<>();
        for (Map.Entry<String, Call> call : CALLS.entrySet()) {
            long before = bytesOfFew.get(call.getKey());
            long bytes = bytes(call.getValue(), many);
            if (bytes > MOST_TIMES * before + SLACK) {
                costly.add("%s: %,d bytes, and %,d for %d rows".formatted(call.getKey(), before, bytes, MANY));
            }
        }
        assertThat(costly).isEmpty();
    }

    /** Returns the bytes that a call allocates in this thread. A call may refuse what it is given. */
    private static long bytes(Call call, Subject subject) throws Exception {
        long before = allocated();
        try {
            call.on(subject);
        } catch (IllegalArgumentException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
        return allocated() - before;
    }

    /** By reflection, since the library's module does not read that of the bean. */
    private static long allocated() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getThreadAllocatedBytes", long.class)
                .invoke(threads, Thread.currentThread().getId());
    }

    /**
     * If all hashes are equal, a map compares a key with all others, unless it is comparable. The types are those of
     * fields and variables, as the JDK's own javap finds them.
     */
    @Test
    void mapsHaveComparableKeys() throws Exception {
        List<String> args = new ArrayList<>(List.of("-p", "-v"));
        try (Stream<Path> classes = Files.walk(Path.of("target/classes/io"))) {
            classes.map(Path::toString).filter(file -> file.endsWith(".class")).forEach(args::add);
        }
        StringWriter listing = new StringWriter();
        PrintWriter out = new PrintWriter(listing);
        int status = ToolProvider.findFirst("javap").orElseThrow().run(out, out, args.toArray(String[]::new));
        assertThat(status).isZero();
        Set<String> keys = new TreeSet<>();
        Matcher key = Pattern.compile("(?:Map|Set)<L([^;<]+)").matcher(listing.toString());
        while (key.find()) {
            keys.add(key.group(1).replace('/', '.'));
        }
        assertThat(keys).contains("java.lang.String", PortAssignment.class.getName());
        for (String name : keys) {
            assertThat(Class.forName(name)).isAssignableTo(Comparable.class);
        }
    }
}
