package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    /** Characters that a line of output must not pass on, or that show as nothing. */
    private static final String UNSEEN =
            "\t\n\u000b\f\r\u001b\u0000\u0085\u00a0\u00ad\u061c\u1680\u200b\u200e\u2028\u2029\u202e\u2066\u3000\ufeff\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u2800\u3164\ufe00\ufe0f\uffa0"
                    + "\ud83d\udb40\udc41\udb40\udd00\udb40\uddef"
                    + "\u2065\ufff0\ufff8\ud81b\udfe4\ud834\udd59\ud82f\udca0\ud834\udd7a\udb40\udc80\udb43\udfff";

    /** The neighbours of what cannot be seen. */
    private static final String SEEN =
            "!~\u00a1\u034e\u0350\u115e\u1161\u17b6\u180a\u1810\u27ff\u2801\u3163\u3165\ufe10\uff9f\ufffc\ud834\udd58\ud834\udd5a";

    @Nested
    class OneLine {

        @Test
        void keepsVisibleCharacters() {
            assertThat(Texts.oneLine("World Wide Web HTTP")).isEqualTo("World Wide Web HTTP");
            assertThat(Texts.oneLine("Überwachung 日本 \ud83d\ude80")).isEqualTo("Überwachung 日本 \ud83d\ude80");
            assertThat(Texts.oneLine(SEEN)).isEqualTo(SEEN);
            assertThat(Texts.oneLine("")).isEmpty();
        }

        @Test
        void replacesInvisibleRunsWithOneBlank() {
            assertThat(Texts.oneLine("World Wide Web\r\n   HTTP")).isEqualTo("World Wide Web HTTP");
            assertThat(Texts.oneLine("22/tcp\u202eson\u2028evil 22/tcp")).isEqualTo("22/tcp son evil 22/tcp");
        }

        @Test
        void trimsInvisibleCharacters() {
            assertThat(Texts.oneLine(" \ufeffssh\u0000 ")).isEqualTo("ssh");
            assertThat(Texts.oneLine(UNSEEN)).isEmpty();
        }

        @Test
        void removesEveryInvisibleCharacter() {
            UNSEEN.codePoints()
                    .forEach(c -> assertThat(Texts.oneLine("a" + Character.toString(c) + "b"))
                            .as("U+%04X", c)
                            .isEqualTo("a b"));
        }

        @Test
        void isIdempotent() {
            Random random = new Random(1);
            String alphabet = UNSEEN + " ab\u65e5";
            for (int i = 0; i < 1000; i++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(20); length > 0; length--) {
                    text.append(alphabet.charAt(random.nextInt(alphabet.length())));
                }
                String line = Texts.oneLine(text.toString());
                assertThat(Texts.oneLine(line)).isEqualTo(line);
            }
        }
    }

    @Nested
    class Quoted {

        @Test
        void addsQuotes() {
            assertThat(Texts.quoted("http-alt")).isEqualTo("\"http-alt\"");
            assertThat(Texts.quoted("")).isEqualTo("\"\"");
            assertThat(Texts.quoted(" 80 ")).isEqualTo("\" 80 \"");
        }

        @Test
        void escapesInvisibleCharacters() {
            assertThat(Texts.quoted("80\n")).isEqualTo("\"80\\u000a\"");
            assertThat(Texts.quoted("\u202e80\u00a0")).isEqualTo("\"\\u202e80\\u00a0\"");
            assertThat(Texts.quoted("\udb40\udc41")).isEqualTo("\"\\udb40\\udc41\"");
            assertThat(Texts.quoted(UNSEEN)).matches("\"(\\\\u[0-9a-f]{4})+\"");
        }

        @ParameterizedTest
        @ValueSource(ints = {81, 100, 1_000_000})
        void truncatesAfterEightyCharacters(int length) {
            assertThat(Texts.quoted("x".repeat(length))).isEqualTo("\"" + "x".repeat(77) + "...\"");
        }

        @Test
        void keepsEightyCharacters() {
            assertThat(Texts.quoted("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        }

        @Test
        void doesNotSplitCharacters() {
            String rocket = "\ud83d\ude80";
            assertThat(Texts.quoted("x".repeat(76) + rocket + "xxx")).isEqualTo("\"" + "x".repeat(76) + "...\"");
            assertThat(Texts.quoted("x".repeat(75) + rocket + "xxxx"))
                    .isEqualTo("\"" + "x".repeat(75) + rocket + "...\"");
        }
    }

    @Test
    void rejectNull() {
        assertRejectsNull("text", () -> Texts.oneLine(null));
        assertRejectsNull("text", () -> Texts.quoted(null));
    }
}
