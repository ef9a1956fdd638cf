package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditionTest {

    private static final String TEXT = """
            Service Name,Port Number,Transport Protocol,Registration Date,Modification Date
            http,80,tcp,2011-10-12,2021-10
            https,443,tcp,2021-10-01,
            ssh,22,tcp,,2021-09-30
            """;

    private static final RegistryDate NEWEST = RegistryDate.parse("2021-10-01");

    @Nested
    class OfASource {

        @Test
        void describesTheBundledFile() throws IOException {
            Edition file = Editions.registry(Editions.bundled()).edition();
            Properties properties = new Properties();
            try (Reader reader =
                    Files.newBufferedReader(Path.of("src/main/registry/service-names-port-numbers.properties"))) {
                properties.load(reader);
            }
            assertThat(PortRegistry.bundled().edition())
                    .isEqualTo(new Edition(
                            file.rows(),
                            file.newestDate(),
                            date(properties.getProperty("as-of")),
                            date(properties.getProperty("people-as-of")),
                            file.sha256(),
                            null));
        }

        /** Less is a cut file; a date after the month would be of an assignment that is not there yet. */
        @Test
        void isCompleteForTheBundledRegistry() {
            Edition bundled = PortRegistry.bundled().edition();
            assertThat(bundled.rows()).isGreaterThan(14_000);
            assertThat(bundled.newestDate()).isNotNull();
            assertThat(bundled.asOf()).isNotNull();
            assertThat(bundled.newestDate().yearMonth())
                    .isBeforeOrEqualTo(bundled.asOf().yearMonth());
            if (bundled.peopleAsOf() != null) {
                assertThat(bundled.peopleAsOf()).isLessThan(bundled.asOf());
            }
        }

        @Test
        void hasDigestOfPathsAndStreams(@TempDir Path folder) throws IOException {
            Path file = Files.writeString(folder.resolve("own.csv"), TEXT);
            assertThat(PortRegistry.parse(file).edition())
                    .isEqualTo(new Edition(3, NEWEST, NEWEST, null, sha256(file), "own.csv"));
            assertThat(ParseReport.parse(file).registry().edition())
                    .isEqualTo(PortRegistry.parse(file).edition());
            try (InputStream parsed = Files.newInputStream(file);
                    InputStream reported = Files.newInputStream(file)) {
                Edition edition = PortRegistry.parse(parsed).edition();
                assertThat(edition).isEqualTo(new Edition(3, NEWEST, NEWEST, null, sha256(file), null));
                assertThat(ParseReport.parse(reported).registry().edition()).isEqualTo(edition);
            }
        }

        @Test
        void hasNoDigestOfReadersAndCollections() throws IOException {
            PortRegistry read = PortRegistry.parse(new StringReader(TEXT));
            assertThat(read.edition()).isEqualTo(new Edition(3, NEWEST, NEWEST, null, null, null));
            assertThat(ParseReport.parse(new StringReader(TEXT)).registry().edition())
                    .isEqualTo(read.edition());
            assertThat(PortRegistry.of(read.assignments()).edition())
                    .isEqualTo(new Edition(3, NEWEST, NEWEST, null, null, null));
        }

        @Test
        void hasNoNewestDateIfNoRowHasADate() {
            assertThat(PortRegistry.of(List.of()).edition()).isEqualTo(new Edition(0, null, null, null, null, null));
        }

        @Test
        void digestsSlowStreams() throws IOException, NoSuchAlgorithmException {
            byte[] bytes = Files.readAllBytes(Editions.bundled());
            assertThat(PortRegistry.parse(ParserSourcesTest.slow(bytes, 3))
                            .edition()
                            .sha256())
                    .isEqualTo(sha256(bytes));
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.portregistry.Editions#all")
    void agreesWithBruteForce(Path file) throws Exception {
        String text = Files.readString(file);
        List<PlainCsv.Row> rows = PlainCsv.rows(text);
        // as texts, a month comes before its days, too
        String newest = rows.stream()
                .skip(1)
                .flatMap(row -> row.fields().subList(6, 8).stream())
                .max(String::compareTo)
                .orElseThrow();
        assertThat(Editions.registry(file).edition())
                .returns(rows.size() - 1, Edition::rows)
                .returns(RegistryDate.parse(newest), Edition::newestDate)
                .returns(sha256(file), Edition::sha256)
                .returns(file.getFileName().toString(), Edition::fileName)
                .returns(file.equals(Editions.bundled()), Edition::bundled);
    }

    @Test
    void recognizesTheBundledFile(@TempDir Path folder) throws IOException {
        Edition bundled = PortRegistry.bundled().edition();
        Path copy = Files.copy(Editions.bundled(), folder.resolve("copy.csv"));
        assertThat(List.of(
                        PortRegistry.parse(copy).edition(),
                        ParseReport.parse(copy).registry().edition()))
                .allSatisfy(edition -> assertThat(edition)
                        .returns(bundled.asOf(), Edition::asOf)
                        .returns(bundled.peopleAsOf(), Edition::peopleAsOf)
                        .returns("copy.csv", Edition::fileName)
                        .returns(true, Edition::bundled));
    }

    @Test
    void doesNotRecognizeTheRowsAlone() {
        Edition rows = PortRegistry.of(PortRegistry.bundled().assignments()).edition();
        assertThat(rows.bundled()).isFalse();
        assertThat(rows.peopleAsOf()).isNull();
        assertThat(rows.asOf()).isEqualTo(rows.newestDate());
    }

    @ParameterizedTest
    @CsvSource({
        "2018-02-12, dda23208987fdbfa97f3c6ccc0801aeb1dc03afa62f383df48ffa8e31b60ff56",
        "2026-02-13, 361899a76482379959543892e489689a45f676feba5988f7d4d369517da5bbad"
    })
    void namesAnOfficialEdition(String date, String sha256) {
        assertThat(Editions.registry(Editions.official(date)).edition())
                .returns(RegistryDate.parse(date), Edition::newestDate)
                .returns(sha256, Edition::sha256);
    }

    @Test
    void doesNotAffectRegistryEquality() {
        PortRegistry bundled = PortRegistry.bundled();
        for (PortRegistry same :
                List.of(Editions.registry(Editions.bundled()), PortRegistry.of(bundled.assignments()))) {
            assertThat(same).isEqualTo(bundled).hasSameHashCodeAs(bundled);
            assertThat(same.edition()).isNotEqualTo(bundled.edition());
        }
    }

    @Test
    void ignoresOverlays() {
        PortRegistry bundled = PortRegistry.bundled();
        PortRegistry overlaid =
                bundled.withOverlay(List.of(PortAssignment.of("our-billing", PortInterval.of(49200), TCP, "Billing")));
        assertThat(overlaid).isNotEqualTo(bundled);
        assertThat(overlaid.edition()).isEqualTo(bundled.edition());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -      | 2014-07 | 2026-09 | 2014-07 | 3 rows, newest date 2014-07, assignments as of 2026-09, people as of 2014-07
            a.csv  | 2014-07 | 2014-07 | -       | a.csv, 3 rows, newest date 2014-07
            -      | 2014-07 | 2014-07 | -       | 3 rows, newest date 2014-07
            -      | -       | -       | -       | 3 rows
            """)
    void printsWhatIsKnown(String file, String newest, String asOf, String peopleAsOf, String line) {
        assertThat(new Edition(3, date(newest), date(asOf), date(peopleAsOf), null, file))
                .hasToString(line);
    }

    @Test
    void printsTheDigest() {
        String sha256 = "0f".repeat(32);
        assertThat(new Edition(3, null, null, null, sha256, null)).hasToString("3 rows, SHA-256 " + sha256);
    }

    @Test
    void makesFileNameOneLine() {
        Edition edition = new Edition(1, null, null, null, null, "a\n\u202Eb.csv");
        assertThat(edition.fileName()).isEqualTo("a b.csv");
        assertThat(edition).hasToString("a b.csv, 1 row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "52b9", "0F0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"})
    void rejectsInvalidDigest(String sha256) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Edition(1, null, null, null, sha256, null))
                .withMessage(Texts.quoted(sha256) + " is not a SHA-256 in lower-case hexadecimal");
    }

    @Test
    void rejectsNegativeNumberOfRows() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Edition(-1, null, null, null, null, null))
                .withMessage("number of rows -1 is negative");
    }

    private static RegistryDate date(String text) {
        return text == null ? null : RegistryDate.parse(text);
    }

    private static String sha256(Path file) {
        try {
            return sha256(Files.readAllBytes(file));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
