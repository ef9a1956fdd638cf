package io.github.portregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.PortRegistry;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Starts processes, and is the main class of those that measure a task. */
final class Fork {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    /** Prints the user's and the system's processor time of a command. Its output goes to the file that $0 names. */
    private static final String TIMED = "LC_ALL=C; TIMEFORMAT='%U %S'; { time \"$@\" > \"$0\" 2> \"$0.err\"; } 2>&1";

    private Fork() {}

    /** Measures the task of a group, a row and a side. */
    public static void main(String[] args) throws Exception {
        Row row = Group.valueOf(args[0]).rows().get(Integer.parseInt(args[1]));
        Task task = row.tasks.get(Integer.parseInt(args[2]));
        System.out.println(task.measurement().call().words());
    }

    /**
     * Starts a main class that prints what it has measured. The library stands second in the class path, so that nobody
     * has to search for it.
     */
    static Measured measure(List<String> options, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        String own = Inputs.FOLDER.resolve("benchmark.jar").toString();
        String all = System.getProperty("java.class.path");
        String path = String.join(File.pathSeparator, own, library().toString(), all);
        List<String> words = java(options, List.of("-cp", path, main.getName()), arguments);
        return Measured.parse(output(new ProcessBuilder(words), 0));
    }

    /** Returns the words of a command that starts a Java virtual machine. */
    static List<String> java(List<String> options, List<String> main, String... arguments) {
        return Stream.of(List.of(JAVA), options, main, List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }

    /** Returns the processor time of a command that has to end with this status, and a hash of its output. */
    static Measured time(Path in, int status, List<String> command) throws IOException, InterruptedException {
        Path out = Inputs.FOLDER.resolve("output");
        List<String> timed = new ArrayList<>(List.of("bash", "-c", TIMED, out.toString()));
        timed.addAll(command);
        String[] seconds = output(new ProcessBuilder(timed).redirectInput(in.toFile()), status)
                .split(" ");
        double sum = Double.parseDouble(seconds[0]) + Double.parseDouble(seconds[1]);
        return new Measured(sum * 1e9, Double.NaN, Arrays.hashCode(Files.readAllBytes(out)));
    }

    /** Returns the library's jar. */
    static Path library() {
        URL jar = PortRegistry.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(jar.toString()));
    }

    private static String output(ProcessBuilder builder, int status) throws IOException, InterruptedException {
        // Not in the way of our own options, and of the one line.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.waitFor() != status) {
            throw new IllegalStateException(builder.command() + " ends with " + process.exitValue() + ": " + printed);
        }
        return printed;
    }
}
