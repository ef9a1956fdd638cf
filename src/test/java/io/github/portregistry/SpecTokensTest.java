package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.portregistry.PortSpecException.Fault;
import io.github.portregistry.PortSpecException.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecTokensTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
            80|80@0
            ssh,http|ssh@0 http@4
            ssh http|ssh@0 http@4
            ssh , http|ssh@0 http@6
              ssh  ,http  |ssh@2 http@8
            a,b c ,d|a@0 b@2 c@4 d@7
            """)
    void areSeparatedByCommasAndBlanks(String text, String expected) {
        assertThat(tokens(text)).containsExactly(expected.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\r", "\r\n", " \t \n "})
    void areSeparatedByAnyBlanks(String blanks) {
        assertThat(tokens("80" + blanks + "443")).containsExactly("80@0", "443@" + (2 + blanks.length()));
        assertThat(tokens("80" + blanks + "," + blanks + "443"))
                .containsExactly("80@0", "443@" + (3 + 2 * blanks.length()));
        assertThat(tokens(blanks + "80" + blanks)).containsExactly("80@" + blanks.length());
        assertThat(tokens(blanks)).isEmpty();
    }

    @Test
    void areNoneInEmptyText() {
        assertThat(tokens("")).isEmpty();
        assertThat(SpecTokens.isBlank("")).isTrue();
        assertThat(SpecTokens.isBlank(" \t\r\n")).isTrue();
        assertThat(SpecTokens.isBlank("\u00a0")).isFalse();
        assertThat(SpecTokens.isBlank(" ,")).isFalse();
    }

    /** No-break space, form feed, vertical tab, line separator, ideographic space. */
    @ParameterizedTest
    @ValueSource(ints = {0xA0, 0x0C, 0x0B, 0x2028, 0x3000, ';', '/'})
    void areNotSeparatedByOtherCharacters(int character) {
        String text = "80" + (char) character + "443";
        assertThat(tokens(text)).containsExactly(text + "@0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            ,|0
             ,|1
            ,80|0
             ,80|1
            80,|3
            80 , |5
            80,,443|3
            80, ,443|4
            80 , , 443|5
            """)
    void areRejectedIfEmpty(String text, int index) {
        Faults faults = new Faults(text);
        tokens(text, 0, text.length(), faults);
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(faults::throwIfAny)
                .withMessage("a token is empty (at index " + index + " of \"" + text + "\")")
                .returns(text, PortSpecException::text)
                .returns(index, PortSpecException::index);
    }

    @Test
    void goOnAfterAllEmptyOnes() {
        String text = ",, ,80 , ,\t,443,";
        Faults faults = new Faults(text);
        assertThat(tokens(text, 0, text.length(), faults)).containsExactly("80@4", "443@12");
        PortSpecException refused = catchThrowableOfType(PortSpecException.class, faults::throwIfAny);
        assertThat(refused.faults()).extracting(Fault::index).containsExactly(0, 9, 16);
    }

    @Test
    void areReadFromAPartOfTheText() {
        String text = "x,80, 443 ,y";
        assertThat(tokens(text, 2, 10)).containsExactly("80@2", "443@6");
        assertThat(tokens(text, 3, 8)).containsExactly("0@3", "44@6");
        assertThat(tokens(text, 5, 5)).isEmpty();
        Faults faults = new Faults(text);
        assertThat(tokens(text, 2, 11, faults)).containsExactly("80@2", "443@6");
        assertThatExceptionOfType(PortSpecException.class)
                .isThrownBy(faults::throwIfAny)
                .withMessage("a token is empty (at index 11 of \"x,80, 443 ,y\")");
    }

    @Test
    void stayAtTheEnd() {
        SpecTokens tokens = new SpecTokens("80 ", 0, 3, new Faults("80 "));
        assertThat(tokens.next()).isTrue();
        assertThat(tokens.next()).isFalse();
        assertThat(tokens.next()).isFalse();
    }

    @Test
    void agreeWithTheirJoinedText() {
        String[] separators = {",", " ", ", ", " ,", "\t,\n", "\r\n", "  "};
        Random random = new Random(13);
        for (int round = 0; round < 1000; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "" : " \n");
            List<String> expected = new ArrayList<>();
            for (int n = random.nextInt(6); n > 0; n--) {
                String token = Integer.toString(random.nextInt(100_000), 36);
                expected.add(token + "@" + text.length());
                text.append(token).append(n == 1 ? "" : separators[random.nextInt(separators.length)]);
            }
            text.append(random.nextBoolean() ? "" : "\t ");
            assertThat(tokens(text.toString())).isEqualTo(expected);
        }
    }

    private static List<String> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    private static List<String> tokens(String text, int from, int to) {
        Faults faults = new Faults(text);
        List<String> found = tokens(text, from, to, faults);
        faults.throwIfAny();
        return found;
    }

    private static List<String> tokens(String text, int from, int to, Faults faults) {
        List<String> found = new ArrayList<>();
        SpecTokens tokens = new SpecTokens(text, from, to, faults);
        while (tokens.next()) {
            found.add(text.substring(tokens.start(), tokens.end()) + "@" + tokens.start());
        }
        return found;
    }
}
