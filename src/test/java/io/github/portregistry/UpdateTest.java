package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parseUpdate} takes whole and later files, and no others. */
class UpdateTest {

    private static final String HEADER = "Service Name,Port Number,Transport Protocol,Registration Date\n";
    private static final PortAssignment BILLING = PortAssignment.of("billing", PortInterval.of(60000), null, "");

    @TempDir
    private Path folder;

    @Test
    void acceptsTheSameFile() throws IOException {
        PortRegistry bundled = PortRegistry.bundled();
        assertThat(PortRegistry.parseUpdate(Editions.bundled(), bundled)).isEqualTo(bundled);
        PortRegistry own = PortRegistry.parse(file("a,1,tcp,2020-02-02\n"));
        assertThat(PortRegistry.parseUpdate(file("a,1,tcp,2020-02-02\n"), own)).isEqualTo(own);
    }

    @Test
    void acceptsLaterEditions() throws IOException {
        List<Path> editions = Editions.official();
        for (int later = 0; later < editions.size(); later++) {
            for (int earlier = 0; earlier <= later; earlier++) {
                assertThat(PortRegistry.parseUpdate(editions.get(later), Editions.registry(editions.get(earlier))))
                        .isEqualTo(Editions.registry(editions.get(later)));
            }
        }
    }

    /** Without the month of its assignments, which is in no row. */
    @Test
    void acceptsNewestEditionAfterBundledRows() throws IOException {
        List<Path> editions = Editions.official();
        Path newest = editions.get(editions.size() - 1);
        PortRegistry rows = PortRegistry.of(PortRegistry.bundled().assignments());
        assertThat(PortRegistry.parseUpdate(newest, rows)).isEqualTo(Editions.registry(newest));
    }

    @Test
    void rejectsEarlierEditions() {
        List<Path> editions = Editions.official();
        for (int later = 0; later < editions.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                assertRefused(
                        editions.get(earlier),
                        Editions.registry(editions.get(later)),
                        "older than the earlier edition");
            }
        }
    }

    /** The month of the bundled edition's assignments counts, not its newest date. */
    @Test
    void rejectsEditionsBeforeTheBundledOne() {
        PortRegistry bundled = PortRegistry.bundled();
        for (Path edition : Editions.official()) {
            if (Editions.registry(edition)
                            .edition()
                            .newestDate()
                            .compareTo(bundled.edition().asOf())
                    < 0) {
                assertRefused(edition, bundled, "older than the earlier edition");
            }
        }
    }

    @Test
    @Tag("slow")
    void rejectsFilesCutAnywhereNearTheEnd() throws Exception {
        byte[] bytes = Files.readAllBytes(Editions.bundled());
        PortRegistry whole = Editions.registry(Editions.bundled());
        List<Integer> begins = beginsOfRows(new String(bytes, StandardCharsets.ISO_8859_1));
        List<Integer> cuts = new ArrayList<>(begins.subList(begins.size() - 200, begins.size() - 3));
        for (int cut = begins.get(begins.size() - 3); cut < bytes.length; cut++) {
            cuts.add(cut);
        }
        for (int cut : cuts) {
            Path file = Files.write(folder.resolve("cut.csv"), Arrays.copyOf(bytes, cut));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .as("cut at %d", cut)
                    .isThrownBy(() -> PortRegistry.parseUpdate(file, whole))
                    .withMessageStartingWith("cut.csv, ");
        }
    }

    private static List<Integer> beginsOfRows(String text) throws PlainCsv.MalformedException {
        List<Integer> begins = new ArrayList<>();
        int offset = 0;
        long line = 1;
        for (PlainCsv.Row row : PlainCsv.rows(text)) {
            for (; line < row.line(); line++) {
                offset = text.indexOf('\n', offset) + 1;
            }
            begins.add(offset);
        }
        return begins;
    }

    @Test
    void rejectsLastLineWithoutLineFeed() throws IOException {
        PortRegistry earlier = PortRegistry.of(List.of());
        assertRefused(file("a,1,tcp,\nb,2,tcp,\r"), earlier, "the last row has no line feed");
        assertRefused(
                file("a,1,tcp,\nb,2,tcp,"),
                earlier,
                "own.csv, line 3: not the whole registry: the last row has no line feed");
        assertThat(PortRegistry.parseUpdate(file("a,1,tcp,\r\n"), earlier).assignments())
                .hasSize(1);
    }

    @Test
    void rejectsEarlierOrMissingNewestDate() throws IOException {
        PortRegistry earlier = PortRegistry.parse(file("a,1,tcp,2020-02-02\n"));
        assertRefused(
                file("a,1,tcp,2020-02-01\n"),
                earlier,
                "own.csv, older than the earlier edition: the newest date is 2020-02-01,"
                        + " and the earlier edition is as of 2020-02-02");
        assertRefused(
                file("a,1,tcp,\n"),
                earlier,
                "own.csv, older than the earlier edition: the newest date is missing,"
                        + " and the earlier edition is as of 2020-02-02");
    }

    @Test
    void rejectsFileWithoutLastRowOfTheEarlierOne() throws IOException {
        PortRegistry earlier = PortRegistry.parse(file("a,1,tcp,\nb,2,tcp,\n")).withOverlay(List.of(BILLING));
        assertRefused(
                file("a,1,tcp,\nb,2,udp,\n"),
                earlier,
                "own.csv, not the whole registry: the last row of the earlier edition is missing, b 2/tcp");
        assertThat(PortRegistry.parseUpdate(file("b,2,tcp,2020-02-02\n"), earlier)
                        .assignments())
                .hasSize(1);
    }

    @Test
    void rejectsOver200RowsFewer() throws IOException {
        PortRegistry earlier = PortRegistry.parse(file("a,1,tcp,\n".repeat(300)));
        assertThat(PortRegistry.parseUpdate(file("a,1,tcp,\n".repeat(100)), earlier)
                        .assignments())
                .hasSize(100);
        assertRefused(
                file("a,1,tcp,\n".repeat(99)),
                earlier,
                "own.csv, not the whole registry: the number of rows is 99, and the earlier edition has 300");
    }

    @Test
    void rejectsWhatParseRejects() throws IOException {
        PortRegistry bundled = PortRegistry.bundled();
        assertRefused(file("a,cp,tcp,\n"), bundled, "own.csv, line 2, Port Number: \"cp\" is not a port number");
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> PortRegistry.parseUpdate(folder.resolve("absent.csv"), bundled));
        assertRejectsNull("csv", () -> PortRegistry.parseUpdate(null, bundled));
        assertRejectsNull("earlier", () -> PortRegistry.parseUpdate(file("a,1,tcp,\n"), null));
    }

    private static void assertRefused(Path file, PortRegistry earlier, String message) {
        assertThatExceptionOfType(PortRegistryParseException.class)
                .isThrownBy(() -> PortRegistry.parseUpdate(file, earlier))
                .withMessageContaining(message);
    }

    private Path file(String rows) throws IOException {
        return Files.writeString(folder.resolve("own.csv"), HEADER + rows);
    }
}
