package io.github.portregistry;

import static io.github.portregistry.ParseProblem.Severity.ERROR;
import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParseProblemTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            4 | Port Number | 'line 4, Port Number: what'
            4 | ''          | 'line 4: what'
            0 | ''          | what
            0 | Port Number | what
            """)
    void printsLineColumnAndMessage(long line, String column, String text) {
        assertThat(new ParseProblem(line, column, "cp", "what", ERROR)).hasToString(text);
    }

    @Test
    void rejectsNegativeLinesAndNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParseProblem(-1, "", "", "", ERROR))
                .withMessage("line -1 is negative");
        assertRejectsNull("column", () -> new ParseProblem(1, null, "", "", ERROR));
        assertRejectsNull("value", () -> new ParseProblem(1, "", null, "", ERROR));
        assertRejectsNull("message", () -> new ParseProblem(1, "", "", null, ERROR));
        assertRejectsNull("severity", () -> new ParseProblem(1, "", "", "", null));
    }
}
