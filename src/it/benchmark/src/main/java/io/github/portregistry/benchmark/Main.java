package io.github.portregistry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures group by group and prints one table. Its arguments are the effort, a folder for its files, and the names of the
 * groups, without which it measures all.
 */
public final class Main {

    /** The heap of a fork, touched when it starts: some systems take longer to give memory out than a parser takes to fill it. */
    private static final String[] HEAP = {"-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"};

    private final Effort effort;
    private final Path folder;
    private final List<Group> groups;

    private Main(Effort effort, Path folder, List<Group> groups) {
        this.effort = effort;
        this.folder = folder;
        this.groups = groups;
    }

    public static void main(String[] args) throws Exception {
        Effort effort = Effort.valueOf(args[0].toUpperCase(Locale.ROOT));
        Path folder = Path.of(args[1]);
        List<Group> groups = Group.parse(args.length > 2 ? args[2] : "");
        Path edition = MeasuredEdition.choose(System.getProperty("registry.editions"), folder);
        System.setProperty(MeasuredEdition.PROPERTY, edition.toString());
        System.setProperty(MeasuredEdition.FOLDER_OF_GROWN, folder.toString());
        // Smoke runs may stand beside other work.
        System.setProperty("jmh.ignoreLock", String.valueOf(effort == Effort.SMOKE));
        String text = new Main(effort, folder, groups).measure();
        Files.writeString(folder.resolve("table.md"), text);
        System.out.println(text);
    }

    private String measure() throws Exception {
        for (int times : effort.growth) {
            MeasuredEdition.grow(folder, times);
        }
        Table table = new Table(effort == Effort.FULL);
        for (Group group : groups) {
            System.out.println("measuring: " + group.name().toLowerCase(Locale.ROOT));
            group.add(new Measuring(effort, folder, runJmh(group), table));
        }
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

    private Results runJmh(Group group) throws IOException, RunnerException {
        if (group.benchmarks().isEmpty()) {
            return new Results(List.of());
        }
        Path log = folder.resolve("jmh-" + group.name().toLowerCase(Locale.ROOT) + ".log");
        OptionsBuilder options = new OptionsBuilder();
        group.benchmarks().forEach(type -> options.include(type.getName() + "\\..*"));
        try {
            return new Results(new Runner(options.param("times", growth())
                            .mode(Mode.AverageTime)
                            .timeUnit(TimeUnit.NANOSECONDS)
                            .forks(effort.forks(group))
                            .warmupIterations(effort.warmUps)
                            .warmupTime(effort.iteration)
                            .measurementIterations(effort.iterations)
                            .measurementTime(effort.iteration)
                            .addProfiler(GCProfiler.class)
                            .jvmArgs(HEAP)
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

    private String[] growth() {
        return Stream.concat(Stream.of(1), effort.growth.stream())
                .map(String::valueOf)
                .toArray(String[]::new);
    }
}
