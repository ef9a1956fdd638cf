package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a services(5) file is: rows, problems or a refusal; and a file written of the rows means no other ports. */
class ServicesFuzz {

    /** musl reads a line in pieces of this length. */
    private static final int MAX_BYTES = 126;

    @MethodSource("io.github.portregistry.Seeds#services")
    @DictionaryFile(resourcePath = "/services.dict")
    @FuzzTest
    void reads(byte[] data) throws IOException {
        List<ParseProblem> problems = new ArrayList<>();
        List<PortAssignment> kept;
        try {
            kept = ServicesFileParser.lenient(problems::add).parse(new ByteArrayInputStream(data));
        } catch (PortRegistryParseException e) {
            assertFalse(e.getMessage().isBlank(), "message of a refusal");
            assertOneLine(e.getMessage());
            return;
        }
        assertFalse(kept.isEmpty(), "an empty list");
        problems.forEach(problem -> assertOneLine(problem.toString()));
        try {
            assertEquals(kept, ServicesFileParser.strict().parse(new ByteArrayInputStream(data)), "strict");
            assertTrue(problems.isEmpty(), "strict passes over a problem");
        } catch (PortRegistryParseException e) {
            boolean isNoText = e.getMessage().endsWith("the bytes here are not UTF-8"); // a warning in a comment
            assertEquals(isNoText ? e.getMessage() : problems.get(0).toString(), e.getMessage(), "the first problem");
        }
        assertWritten(PortRegistry.of(kept));
    }

    private static void assertWritten(PortRegistry registry) throws IOException {
        StringBuilder text = new StringBuilder();
        ServicesFileWriter.write(registry, text);
        for (String line : text.toString().split("\n", -1)) {
            assertOneLine(line);
            assertTrue(line.getBytes(UTF_8).length <= MAX_BYTES, "bytes of a line");
        }
        List<PortAssignment> read;
        try {
            read = ServicesFileParser.strict()
                    .parse(new ByteArrayInputStream(text.toString().getBytes(UTF_8)));
        } catch (PortRegistryParseException e) {
            assertTrue(text.toString().lines().allMatch(line -> line.startsWith("#")), "refused: " + e.getMessage());
            return;
        }
        for (PortAssignment row : read) {
            assertEquals(
                    PortSet.of(row.ports()),
                    registry.rows().portsOf(row.serviceName(), row.transport()),
                    "ports of " + row);
        }
    }

    private static void assertOneLine(String text) {
        assertTrue(text.codePoints().noneMatch(c -> c != ' ' && Texts.isInvisible(c)), "not one line: " + text);
    }
}
