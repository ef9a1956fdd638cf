package io.github.portregistry.benchmark;

import io.github.portregistry.benchmark.FirstAnswer.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the Java virtual machine can keep of a run, so that the next one starts faster. */
enum ClassArchive {

    /** Loaded classes. */
    APP_CDS("AppCDS", "jsa", 17, "-XX:ArchiveClassesAtExit=", List.of("-XX:SharedArchiveFile=")),

    /** Loaded and linked classes, and what was seen of their methods. */
    AOT_CACHE("an AOT cache", "aot", 25, "-XX:AOTCacheOutput=", List.of("-XX:AOTMode=on", "-XX:AOTCache="));

    private final String label;
    private final String extension;
    private final int sinceJdk;
    private final String writing;
    private final List<String> reading;

    ClassArchive(String label, String extension, int sinceJdk, String writing, List<String> reading) {
        this.label = label;
        this.extension = extension;
        this.sinceJdk = sinceJdk;
        this.writing = writing;
        this.reading = reading;
    }

    /** Returns those that this JDK has. */
    static List<ClassArchive> available() {
        return Stream.of(values())
                .filter(archive -> archive.sinceJdk <= Runtime.version().feature())
                .toList();
    }

    /** Returns what the table calls it. */
    String label() {
        return label;
    }

    /** Runs a way to ask once, and returns the same way with what was kept of that run. */
    Way of(Way way, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve(way.main().getSimpleName() + "." + extension);
        FreshJvm.run(way.main(), way.asks(), List.of(writing + file));
        List<String> options = reading.stream()
                .map(option -> option.endsWith("=") ? option + file : option)
                .toList();
        return new Way(way.main(), way.asks(), options);
    }
}
