package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lines as tools print them, with the ports and processes that are right. */
class LabelledLinesTest {

    private static final String FORM = "## ";
    private static final String RIGHT = "=>";

    /** How often the ports of a form's lines are found, are not found, and are found though they are none. */
    private record Score(int right, int missed, int wrong) {

        Score plus(Score other) {
            return new Score(right + other.right, missed + other.missed, wrong + other.wrong);
        }
    }

    @Test
    void findsPortsOfEveryForm() {
        Map<String, Score> scores = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        List<String> lines = lines();
        String form = "";
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(FORM)) {
                form = lines.get(i).substring(FORM.length());
                continue;
            }
            String line = lines.get(i);
            String right = lines.get(++i);
            assertThat(right).as("what is right for %s", line).startsWith(RIGHT);
            scores.merge(form, score(line, right.substring(RIGHT.length()).strip(), faults), Score::plus);
        }
        StringBuilder table = new StringBuilder("right missed false\n");
        scores.forEach((name, score) -> table.append(
                String.format(Locale.ROOT, "%5d %6d %5d %s%n", score.right, score.missed, score.wrong, name)));
        assertThat(faults).as("%s", table).isEmpty();
    }

    private static Score score(String line, String right, List<String> faults) {
        String[] parts = right.split("(^| )by ", 2);
        Set<String> wanted = new LinkedHashSet<>(List.of(parts[0].split(" ")));
        wanted.remove("");
        wanted.add("by " + (parts.length > 1 ? parts[1] : "none"));
        LinePorts found = LineForms.read(new String(line.getBytes(UTF_8), ISO_8859_1));
        Set<String> labels = new LinkedHashSet<>();
        for (LinePort port : found.ports()) {
            String protocol = port.protocol() == LineProtocol.UNKNOWN
                    ? ""
                    : "/" + port.protocol().name().toLowerCase(Locale.ROOT);
            labels.add(port.ports() + protocol);
        }
        labels.add("by " + (found.processes().isEmpty() ? "none" : String.join(", ", found.processes())));
        if (!labels.equals(wanted)) {
            faults.add(line + "\n  right: " + wanted + "\n  found: " + labels);
        }
        Set<String> both = new LinkedHashSet<>(wanted);
        both.retainAll(labels);
        return new Score(both.size(), wanted.size() - both.size(), labels.size() - both.size());
    }

    private static List<String> lines() {
        try (InputStream in = LabelledLinesTest.class.getResourceAsStream("labelled-lines.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
