package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams and readers that return 0, as none should: some do so before they go on, and some never go on. */
@Timeout(60)
class EmptyReadsTest {

    private static final String CSV = "Service Name,Port Number,Transport Protocol\n" + "ssh,22,tcp\n".repeat(3);
    private static final String SERVICES = "ssh 22/tcp\n".repeat(3);

    private interface Parser<T> {
        List<PortAssignment> parse(T source) throws IOException;
    }

    static Stream<Arguments> parsersOfStreams() {
        return Stream.of(
                Arguments.of(CSV, (Parser<InputStream>)
                        source -> IanaCsvParser.strict().parse(source)),
                Arguments.of(SERVICES, (Parser<InputStream>)
                        source -> ServicesFileParser.strict().parse(source)));
    }

    static Stream<Arguments> parsersOfReaders() {
        return Stream.of(
                Arguments.of(
                        CSV, (Parser<Reader>) source -> IanaCsvParser.strict().parse(source)),
                Arguments.of(SERVICES, (Parser<Reader>)
                        source -> ServicesFileParser.strict().parse(source)));
    }

    @ParameterizedTest
    @MethodSource("parsersOfStreams")
    void failIfAStreamNeverContinues(String text, Parser<InputStream> parser) {
        for (String begin : List.of("", text, text.substring(0, text.length() - 4))) {
            assertThatThrownBy(() -> parser.parse(stream(begin, false)))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("the stream returned no bytes 100 times in a row");
        }
    }

    @ParameterizedTest
    @MethodSource("parsersOfReaders")
    void failIfAReaderNeverContinues(String text, Parser<Reader> parser) {
        for (String begin : List.of("", "\uFEFF", text, text.substring(0, text.length() - 4))) {
            assertThatThrownBy(() -> parser.parse(reader(begin, false)))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("the reader returned no characters 100 times in a row");
        }
    }

    @ParameterizedTest
    @MethodSource("parsersOfStreams")
    void areSkippedIfAStreamContinues(String text, Parser<InputStream> parser) throws IOException {
        assertThat(parser.parse(stream("\uFEFF" + text, true))).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("parsersOfReaders")
    void areSkippedIfAReaderContinues(String text, Parser<Reader> parser) throws IOException {
        assertThat(parser.parse(reader("\uFEFF" + text, true))).hasSize(3);
    }

    /** Returns a stream that returns 0 at the end of the text for ever, or 99 times before each of its parts. */
    private static InputStream stream(String text, boolean goesOn) {
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

    private static Reader reader(String text, boolean goesOn) {
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
}
