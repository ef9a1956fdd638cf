package io.github.portregistry.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Measures the groups that its argument names, or all, and prints one table, which is also in a file. */
public final class Main {

    /** Whether only to check that everything runs: once, and in this process where that can be. */
    static final boolean IS_SMOKE = "smoke".equals(System.getProperty("benchmark.mode"));

    private final List<String> lines = new ArrayList<>();

    private Main() {}

    public static void main(String[] args) throws Exception {
        Main main = new Main();
        main.measure(Group.parse(args.length > 0 ? args[0] : ""));
        Files.write(Inputs.FOLDER.resolve("table.md"), main.lines);
    }

    private void measure(List<Group> groups) throws Exception {
        String edition = Inputs.make(System.getProperty("registry.editions", ""));
        print((IS_SMOKE ? "A smoke run, whose numbers mean nothing. " : "") + edition + "; JDK "
                + System.getProperty("java.vm.version") + "; processors: "
                + Runtime.getRuntime().availableProcessors() + ", load: " + load() + "\n");
        print(Row.HEADING);
        for (Group group : groups) {
            for (int number = 0; number < group.rows().size(); number++) {
                print(group.rows().get(number).measure(group, number));
            }
        }
        print("\nLoad at the end: " + load());
    }

    private void print(String line) {
        System.out.println(line);
        lines.add(line);
    }

    /** Returns how many threads wanted to run in the last minute, on average; the benchmark's is one of them. */
    private static String load() {
        return Measured.number(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), "");
    }
}
