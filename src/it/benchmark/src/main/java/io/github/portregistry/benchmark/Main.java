package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Table.NO_GOAL;
import static io.github.portregistry.benchmark.Table.share;
import static io.github.portregistry.benchmark.Table.size;
import static io.github.portregistry.benchmark.Table.time;
import static io.github.portregistry.benchmark.Table.timeAndBytes;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures everything, row by row, and prints one table. Its arguments are the effort and a folder for its files. */
public final class Main {

    /** How much time is spent. */
    private enum Effort {
        /** Only checks that everything runs. */
        SMOKE(1, TimeValue.milliseconds(100), 1, 1, List.of(10)),
        FULL(2, TimeValue.seconds(1), 5, 9, List.of(10, 100));

        final int forks;
        final TimeValue iteration;
        final int warmUps;
        /** Both of JMH's iterations and of started processes. */
        final int repetitions;

        final List<Integer> growth;

        Effort(int forks, TimeValue iteration, int warmUps, int repetitions, List<Integer> growth) {
            this.forks = forks;
            this.iteration = iteration;
            this.warmUps = warmUps;
            this.repetitions = repetitions;
            this.growth = growth;
        }
    }

    private final Effort effort;
    private final Path folder;
    private final Table table;

    private Main(Effort effort, Path folder) {
        this.effort = effort;
        this.folder = folder;
        this.table = new Table(effort == Effort.FULL);
    }

    public static void main(String[] args) throws Exception {
        Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
        Path folder = Path.of(args[1]);
        Path edition = MeasuredEdition.choose(System.getProperty("registry.editions"), folder);
        System.setProperty(MeasuredEdition.PROPERTY, edition.toString());
        String text = new Main(effort, folder).measure();
        Files.writeString(folder.resolve("table.md"), text);
        System.out.println(text);
    }

    private String measure() throws Exception {
        Results results = runJmh();
        addParsing(results);
        addFirstAnswer();
        addPortLookups(results);
        addRanges(results);
        addNameLookups(results);
        addManyPairs(results);
        addHeap();
        addQueries(results);
        table.addSizes("jar", Files.size(FreshJvm.origin(PortRegistry.class)), "limit", 400 * 1024, 1, "");
        addSetAlgebra(results);
        addGrowth(results);
        addRightAnswers();
        return heading() + table;
    }

    private String heading() {
        String file = MeasuredEdition.file().getFileName().toString();
        return String.join(
                "\n",
                "",
                effort == Effort.FULL ? "" : "**Smoke run: these numbers mean nothing.**\n",
                "JDK " + System.getProperty("java.vm.version") + ", "
                        + Runtime.getRuntime().availableProcessors() + " processors, "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + "; edition " + file
                        + ", " + MeasuredEdition.bytes().length + " bytes, "
                        + MeasuredEdition.registry().assignments().size() + " rows",
                "",
                "");
    }

    private Results runJmh() throws IOException, RunnerException {
        for (int times : effort.growth) {
            MeasuredEdition.grow(folder, times);
        }
        List<String> sizes = new ArrayList<>(List.of("1"));
        effort.growth.forEach(times -> sizes.add(times.toString()));
        Path log = folder.resolve("jmh.log");
        System.out.println("JMH writes what it does to " + log.getFileName() + " beside the table");
        // Smoke runs may stand beside other work.
        System.setProperty("jmh.ignoreLock", String.valueOf(effort == Effort.SMOKE));
        try {
            return new Results(new Runner(new OptionsBuilder()
                            .include(Main.class.getPackageName() + "\\..*")
                            .param("times", sizes.toArray(String[]::new))
                            .mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.NANOSECONDS)
                            .forks(effort.forks)
                            .warmupIterations(effort.warmUps)
                            .warmupTime(effort.iteration)
                            .measurementIterations(effort.repetitions)
                            .measurementTime(effort.iteration)
                            .addProfiler(GCProfiler.class)
                            .jvmArgsAppend(
                                    "-D" + MeasuredEdition.PROPERTY + "=" + MeasuredEdition.file(),
                                    "-D" + MeasuredEdition.FOLDER_OF_GROWN + "=" + folder)
                            .shouldFailOnError(true)
                            .output(log.toString())
                            .build())
                    .run());
        } catch (RunnerException e) {
            System.out.println(Files.readString(log));
            throw e;
        }
    }

    private void addFirstAnswer() throws IOException, InterruptedException {
        Map<Class<?>, Double> nanos = FirstAnswer.medians(effort.repetitions);
        table.addTimes(
                "first answer of a fresh JVM",
                nanos.get(FirstAnswer.Library.class),
                "bare commons-csv pass",
                nanos.get(FirstAnswer.CommonsCsv.class),
                0.12,
                "reading the bytes " + time(nanos.get(FirstAnswer.Bytes.class))
                        + ", fabric8 " + time(nanos.get(FirstAnswer.Fabric8.class))
                        + ", jnr-netdb native " + time(nanos.get(FirstAnswer.JnrNative.class))
                        + ", jnr-netdb table " + time(nanos.get(FirstAnswer.JnrOwnTable.class))
                        + ", pcap4j " + time(nanos.get(FirstAnswer.Pcap4j.class)));
    }

    private void addHeap() throws IOException, InterruptedException {
        double file = MeasuredEdition.bytes().length;
        String others = "commons-csv's records " + size(RetainedHeap.of(RetainedHeap.CommonsCsvRecords.class))
                + ", fabric8 " + size(RetainedHeap.of(RetainedHeap.Fabric8.class));
        table.addSizes(
                "heap of a parsed edition", RetainedHeap.of(RetainedHeap.Parsed.class), "file", file, 3.1, others);
        table.addSizes("the same after all look-ups", RetainedHeap.of(RetainedHeap.Asked.class), "file", file, 3.1, "");
    }

    private void addRightAnswers() throws IOException {
        RightAnswers answers = new RightAnswers();
        List<String> others = new ArrayList<>();
        Peers.ALL.forEach((name, peer) -> others.add(name + " " + share(answers.peer(peer))));
        others.sort(null);
        table.addShares(
                "right answers on " + answers.count() + " named ports and transports, "
                        + answers.countWithSeveralNames() + " of them with several names",
                answers.library(MeasuredEdition.registry()),
                String.join(", ", others));
    }

    private void addParsing(Results results) {
        table.addTimes(
                "strict parse, warm",
                results.get("Parsing.library()").nanos(),
                "bare commons-csv pass",
                results.get("Parsing.commonsCsv()").nanos(),
                1.35,
                "bare FastCSV pass " + time(results.get("Parsing.fastCsv()").nanos()));
    }

    private void addPortLookups(Results results) {
        for (Questions asked : Questions.values()) {
            String arguments = "(" + asked + ")";
            String peers = "fabric8 " + timeAndBytes(results.get("PeerLookups.fabric8()"))
                    + "; jnr-netdb table " + timeAndBytes(results.get("PeerLookups.jnrTable()"))
                    + "; pcap4j " + timeAndBytes(results.get("PeerLookups.pcap4j()"));
            table.addFree(
                    "findByPort to the first name, " + asked.label(),
                    results.get("PortLookups.findByPort" + arguments),
                    "array read",
                    results.get("PortLookups.nameFromArray" + arguments),
                    3,
                    asked == Questions.NAMED ? peers : "");
            table.addFree(
                    "status, " + asked.label(),
                    results.get("PortLookups.status" + arguments),
                    "array read",
                    results.get("PortLookups.statusFromArray" + arguments),
                    3,
                    "");
        }
    }

    private void addRanges(Results results) {
        table.addFree(
                "PortRange.of",
                results.get("PortRanges.of()"),
                "if-chain",
                results.get("PortRanges.ifChain()"),
                1,
                "without a check of the port "
                        + time(results.get("PortRanges.ifChainUnchecked()").nanos()));
        table.addTimes(
                "each of 10 million ports to its range",
                results.get("PortRanges.ofMany()").nanos(),
                "copy of the array",
                results.get("PortRanges.copyOfMany()").nanos(),
                NO_GOAL,
                "");
    }

    private void addNameLookups(Results results) {
        Map<NameLookups.Asked, Double> atMost =
                Map.of(NameLookups.Asked.LOWER, 1.0, NameLookups.Asked.UPPER, 1.1, NameLookups.Asked.ABSENT, 2.8);
        for (NameLookups.Asked asked : NameLookups.Asked.values()) {
            table.addFree(
                    "findByName, " + asked.label(),
                    results.get("NameLookups.findByName(" + asked + ")"),
                    "HashMap with toLowerCase",
                    results.get("NameLookups.hashMap(" + asked + ")"),
                    atMost.get(asked),
                    asked == NameLookups.Asked.LOWER
                            ? "fabric8, exact case only, " + timeAndBytes(results.get("PeerLookups.fabric8ByName()"))
                            : "");
        }
    }

    private void addManyPairs(Results results) {
        for (Questions asked : List.of(Questions.ANY, Questions.SKEWED)) {
            String arguments = "(" + asked + ")";
            double oneThread = results.get("ManyPairs.oneThread" + arguments).nanos();
            table.addTimes(
                    "each of 10 million pairs to the length of its name, " + asked.label(),
                    oneThread,
                    "copy of the array",
                    results.get("ManyPairs.copy" + arguments).nanos(),
                    8,
                    "from one array of all names "
                            + time(results.get("ManyPairs.namesFromArray" + arguments)
                                    .nanos()));
            table.addTimes(
                    "the same in two threads",
                    results.get("ManyPairs.twoThreads" + arguments).nanos(),
                    "in one",
                    oneThread,
                    1 / 1.8,
                    "");
        }
    }

    private void addQueries(Results results) {
        table.addTimes(
                "query with two conditions",
                results.get("Queries.query()").nanos(),
                "plain loop",
                results.get("Queries.loop()").nanos(),
                1.5,
                "");
    }

    private void addSetAlgebra(Results results) {
        for (SetAlgebra.Operation operation : SetAlgebra.Operation.values()) {
            String arguments = "(" + operation + ")";
            table.addTimes(
                    operation.label() + " of two sets of 1,000 intervals",
                    results.get("SetAlgebra.library" + arguments).nanos(),
                    "ImmutableRangeSet",
                    results.get("SetAlgebra.guava" + arguments).nanos(),
                    1,
                    "BitSet "
                            + time(results.get("SetAlgebra.bitSet" + arguments).nanos()));
        }
    }

    private void addGrowth(Results results) throws IOException {
        for (int times : effort.growth) {
            double growth =
                    (double) Files.size(MeasuredEdition.grownFile(folder, times)) / Files.size(MeasuredEdition.file());
            double records = results.get("Growth.loadRecords(" + times + ")").nanos()
                    / results.get("Growth.loadRecords(1)").nanos()
                    / growth;
            String factor = String.format(Locale.ROOT, "%.1f", growth);
            table.addTimes(
                    "load with " + times + " times the rows, " + factor + " times the bytes: time / " + factor,
                    results.get("Growth.load(" + times + ")").nanos() / growth,
                    "with the edition's",
                    results.get("Growth.load(1)").nanos(),
                    1.2,
                    String.format(Locale.ROOT, "commons-csv's records kept in a list: ratio %.2f", records));
            table.addFree(
                    "findByPort with " + times + " times the rows",
                    results.get("Growth.findByPort(" + times + ")"),
                    "with the edition's",
                    results.get("Growth.findByPort(1)"),
                    1.2,
                    "");
        }
    }
}
