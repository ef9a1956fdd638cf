package io.github.portregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever could be kept of the bytes can be written, and what was written is read as the same registry. */
class RoundTripFuzz {

    @MethodSource("io.github.portregistry.Seeds#csv")
    @DictionaryFile(resourcePath = "/csv.dict")
    @FuzzTest
    void writes(byte[] data) throws IOException {
        List<PortAssignment> kept;
        try {
            kept = IanaCsvParser.lenient(problem -> {}).parse(new ByteArrayInputStream(data));
        } catch (PortRegistryParseException e) {
            return; // see CsvFuzz
        }
        assertRoundTrip(kept);

        // Texts that hold quotes, commas and line ends, in columns where the file did not have them.
        assertRoundTrip(kept.stream()
                .map(row -> row.withAssignee(row.assignmentNotes()).withReference(row.description()))
                .toList());
    }

    private static void assertRoundTrip(List<PortAssignment> rows) throws IOException {
        PortRegistry registry = PortRegistry.of(rows);
        String text = written(registry);
        PortRegistry parsed = PortRegistry.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        assertEquals(registry, parsed, "parsed from the bytes of what was written");
        assertEquals(text, written(parsed), "written again");
        assertEquals(rows, IanaCsvParser.strict().parse(new StringReader(text)), "parsed from what was written");
    }

    private static String written(PortRegistry registry) throws IOException {
        StringBuilder text = new StringBuilder();
        IanaCsvWriter.write(registry, text);
        return text.toString();
    }
}
