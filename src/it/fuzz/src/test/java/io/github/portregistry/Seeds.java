package io.github.portregistry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The inputs that fuzzing begins with: the files below {@code src/test/resources/seeds}, and streams of values. */
final class Seeds {

    private Seeds() {}

    static List<Arguments> csv() throws Exception {
        return in("/seeds/csv");
    }

    static List<Arguments> specification() throws Exception {
        return in("/seeds/specification");
    }

    static List<Arguments> services() throws Exception {
        return in("/seeds/services");
    }

    /** Made here: a file would have the bytes of the classes as they once were. */
    static List<Arguments> serialized() throws Exception {
        List<Arguments> seeds = new ArrayList<>();
        for (Object value : List.of(
                PortAssignment.of("a", PortInterval.of(1, 2), TransportProtocol.TCP, "b")
                        .withReference("[RFC1]"),
                PortSet.parse("1-3,5"),
                PortsByTransport.parse("tcp 1; udp 2"))) {
            seeds.add(Arguments.of((Object) SerializedFuzz.written(value)));
        }
        return seeds;
    }

    private static List<Arguments> in(String folder) throws Exception {
        List<Arguments> seeds = new ArrayList<>();
        try (Stream<Path> files =
                Files.list(Path.of(Seeds.class.getResource(folder).toURI()))) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Arguments.of((Object) Files.readAllBytes(file)));
            }
        }
        return seeds;
    }
}
