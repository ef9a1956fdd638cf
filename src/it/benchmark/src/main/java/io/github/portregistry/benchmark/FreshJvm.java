package io.github.portregistry.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A process of its own that runs a main class and prints one line. */
final class FreshJvm {

    private FreshJvm() {}

    /** Returns the line. What the main class asks first stands first in the class path, so that nobody has to search. */
    static String run(Class<?> main, Class<?> asks, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("-D" + MeasuredEdition.PROPERTY + "=" + MeasuredEdition.file());
        command.add("-cp");
        command.add(classPath(asks));
        command.add(main.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Not in the way of our own options, and of the one line.
        builder.environment().keySet().removeAll(Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        Process process = builder.start();
        String printed;
        try (InputStream out = process.getInputStream()) {
            printed = new String(out.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(main.getName() + " failed: " + printed);
        }
        return printed;
    }

    /** Jars alone: an archive of classes takes no folders. */
    private static String classPath(Class<?> asks) {
        Stream<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> Files.isRegularFile(Path.of(path)));
        Stream<String> first =
                Stream.of(System.getProperty("benchmark.jar"), origin(asks).toString());
        return String.join(
                File.pathSeparator, Stream.concat(first, jars).distinct().toList());
    }

    /** Returns the jar or folder that a class comes from. */
    static Path origin(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
