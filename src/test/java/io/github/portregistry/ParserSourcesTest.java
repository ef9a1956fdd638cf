package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How both parsers read streams, readers and files, whatever these contain. */
@Timeout(60)
class ParserSourcesTest {

    private interface Parsing<T> {
        List<PortAssignment> of(T source) throws IOException;
    }

    private enum Parser {
        IANA_CSV(
                "csv",
                "Service Name,Port Number,Transport Protocol\n" + "ssh,22,tcp\n".repeat(3),
                IanaCsvParser.strict()::parse,
                IanaCsvParser.strict()::parse,
                IanaCsvParser.strict()::parse),
        SERVICES_FILE(
                "file",
                "ssh 22/tcp\n".repeat(3),
                ServicesFileParser.strict()::parse,
                ServicesFileParser.strict()::parse,
                ServicesFileParser.strict()::parse);

        private final String parameter;
        private final String threeRows;
        private final Parsing<InputStream> stream;
        private final Parsing<Reader> reader;
        private final Parsing<Path> file;

        Parser(
                String parameter,
                String threeRows,
                Parsing<InputStream> stream,
                Parsing<Reader> reader,
                Parsing<Path> file) {
            this.parameter = parameter;
            this.threeRows = threeRows;
            this.stream = stream;
            this.reader = reader;
            this.file = file;
        }
    }

    /** As no stream should, but some do. */
    @ParameterizedTest
    @EnumSource
    void skipsEmptyReads(Parser parser) throws IOException {
        assertThat(parser.stream.of(emptyReads("\uFEFF" + parser.threeRows, true)))
                .hasSize(3);
        assertThat(parser.reader.of(emptyReadsOfReader("\uFEFF" + parser.threeRows, true)))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void failsAfterTooManyEmptyReads(Parser parser) {
        for (String begin :
                List.of("", "\uFEFF", parser.threeRows, parser.threeRows.substring(0, parser.threeRows.length() - 4))) {
            assertThatThrownBy(() -> parser.stream.of(emptyReads(begin, false)))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("the stream returned no bytes 100 times in a row");
            assertThatThrownBy(() -> parser.reader.of(emptyReadsOfReader(begin, false)))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("the reader returned no characters 100 times in a row");
        }
    }

    /** Returns a stream that returns 0 at the end of the text for ever, or 99 times before each of its parts. */
    private static InputStream emptyReads(String text, boolean goesOn) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            private int reads;

            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                if (goesOn) {
                    return ++reads % 100 == 0 ? super.read(buffer, offset, Math.min(length, 3)) : 0;
                }
                return Math.max(super.read(buffer, offset, length), 0);
            }
        };
    }

    private static Reader emptyReadsOfReader(String text, boolean goesOn) {
        return new StringReader(text) {
            private int reads;

            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                if (goesOn) {
                    return ++reads % 100 == 0 ? super.read(buffer, offset, 1) : 0;
                }
                return Math.max(super.read(buffer, offset, length), 0);
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void readsSlowSources(Parser parser) throws IOException {
        String text = parser == Parser.IANA_CSV
                ? Files.readString(Editions.bundled()) + ",1,,\uD83D\uDE00 \u00e9" + ",".repeat(8)
                : Written.by(ServicesFileWriter::write, PortRegistry.bundled()) + "own 1/tcp # \uD83D\uDE00 \u00e9";
        List<PortAssignment> rows = parser.reader.of(new StringReader(text));
        for (int most = 1; most < 5; most++) {
            assertThat(parser.stream.of(slow(text.getBytes(UTF_8), most))).isEqualTo(rows);
            assertThat(parser.reader.of(slow(text, most))).isEqualTo(rows);
        }
    }

    /** Returns a stream that returns a few bytes at a time. */
    static InputStream slow(byte[] bytes, int most) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, most));
            }
        };
    }

    /** Returns a reader that returns a few characters at a time. */
    static Reader slow(String text, int most) {
        return new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, most));
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void leavesSourcesOpenAtTheirEnd(Parser parser) throws IOException {
        InputStream stream = unclosable(parser.threeRows);
        assertThat(parser.stream.of(stream)).hasSize(3);
        assertThat(stream.read()).isEqualTo(-1);
        Reader reader = unclosableReader(parser.threeRows);
        assertThat(parser.reader.of(reader)).hasSize(3);
        assertThat(reader.read()).isEqualTo(-1);
    }

    @ParameterizedTest
    @EnumSource
    void leavesRejectedSourcesOpen(Parser parser) {
        for (String rejected : List.of("", "<html>", parser.threeRows + "a,b,c\n", parser.threeRows + "\"")) {
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> parser.stream.of(unclosable(rejected)));
            assertThatExceptionOfType(PortRegistryParseException.class)
                    .isThrownBy(() -> parser.reader.of(unclosableReader(rejected)));
        }
    }

    private static InputStream unclosable(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8)) {
            @Override
            public void close() {
                throw new AssertionError("only the caller may close this");
            }
        };
    }

    private static Reader unclosableReader(String text) {
        return new StringReader(text) {
            @Override
            public void close() {
                throw new AssertionError("only the caller may close this");
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void passesOnIoExceptions(Parser parser) {
        IOException broken = new IOException("connection reset");
        String lastRow = parser.threeRows.substring(parser.threeRows.lastIndexOf("ssh"));
        for (String begin : List.of(
                "", parser.threeRows.substring(0, 8), parser.threeRows, parser.threeRows + lastRow.repeat(9000))) {
            assertThatThrownBy(() -> parser.stream.of(
                            new SequenceInputStream(slow(begin.getBytes(UTF_8), 5000), broken(broken))))
                    .isSameAs(broken);
        }
        assertThatThrownBy(() -> parser.reader.of(new FilterReader(new StringReader("")) {
                    @Override
                    public int read(char[] buffer, int offset, int length) throws IOException {
                        throw broken;
                    }
                }))
                .isSameAs(broken);
    }

    private static InputStream broken(IOException exception) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw exception;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw exception;
            }
        };
    }

    @ParameterizedTest
    @EnumSource
    void readsFiles(Parser parser, @TempDir Path folder) throws IOException {
        assertThat(parser.file.of(Files.writeString(folder.resolve("own"), parser.threeRows)))
                .hasSize(3);
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> parser.file.of(folder.resolve("none")));
        assertThatIOException().isThrownBy(() -> parser.file.of(folder)).withMessageContaining(folder.toString());
    }

    @ParameterizedTest
    @EnumSource
    void rejectsNull(Parser parser) {
        assertRejectsNull(parser.parameter, () -> parser.file.of(null));
        assertRejectsNull(parser.parameter, () -> parser.stream.of(null));
        assertRejectsNull(parser.parameter, () -> parser.reader.of(null));
    }
}
