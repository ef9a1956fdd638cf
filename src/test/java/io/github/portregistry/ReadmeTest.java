package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds README's refusals to those of the library. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(.*?)^```$");

    @Test
    void refusalsAreTheLibrarysOwn() throws IOException {
        PortRegistry registry = PortRegistry.bundled();
        String refusals = Stream.of("whois", "rdp", "syslog")
                .map(spec -> catchThrowable(() -> registry.resolve(spec, TCP)).getMessage())
                .map(message -> message.replaceFirst(" \\(at index.*", "\n"))
                .collect(Collectors.joining());
        assertThat(textBlocks()).hasSize(2).endsWith("text\n" + refusals);
    }

    /** The other one is the command's answer, which the command's own test reads. */
    private static List<String> textBlocks() throws IOException {
        return BLOCK.matcher(Files.readString(README))
                .results()
                .map(block -> block.group(1))
                .filter(block -> !block.matches("(?s)(java|sh|xml)\n.*"))
                .toList();
    }
}
