package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryDateTest {

    @Nested
    class Parse {

        @ParameterizedTest
        @CsvSource({
            "2007-06,    2007, 6,",
            "2011-10-12, 2011, 10, 12",
            "2012-02-29, 2012, 2,  29",
            "2000-02-29, 2000, 2,  29",
            "0000-01,    0,    1,",
            "9999-12-31, 9999, 12, 31"
        })
        void readsWhatTheRegistryWrites(String text, int year, int month, Integer day) {
            assertThat(RegistryDate.parse(text))
                    .isEqualTo(new RegistryDate(year, month, day))
                    .hasToString(text);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "2007",
                    "2007-6",
                    "2007-06 ",
                    " 2007-06",
                    "2007/06",
                    "07-06",
                    "2007-06-",
                    "2007-06-1",
                    "2007-06-001",
                    "20070601",
                    "31/07/2012",
                    "2007-06-1x",
                    "-007-06",
                    "+007-06",
                    "٢٠٠٧-٠٦",
                    "June 2007",
                    "2007-06-01T00:00"
                })
        void rejectsOtherForms(String text) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistryDate.parse(text))
                    .withMessage("\"" + text + "\" is not a date such as 2007-06 or 2011-10-12");
        }

        @ParameterizedTest
        @CsvSource({
            "2011-02-30, 2011-2-30",
            "2011-02-29, 2011-2-29",
            "1900-02-29, 1900-2-29",
            "2011-04-31, 2011-4-31",
            "2011-00,    2011-0",
            "2011-13,    2011-13",
            "2011-12-00, 2011-12-0",
            "2011-12-32, 2011-12-32",
            "0000-00-00, 0-0-0"
        })
        void rejectsDatesThatTheCalendarDoesNotHave(String text, String date) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistryDate.parse(text))
                    .withMessage("there is no " + date + " in the calendar");
        }

        @Test
        void keepsMessagesShort() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistryDate.parse("1".repeat(100_000)))
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        }

        @Test
        void rejectsNull() {
            assertThatNullPointerException()
                    .isThrownBy(() -> RegistryDate.parse(null))
                    .withMessage("text");
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "10000, 1, 1", "2011, 0, 1", "2011, 13, 1", "2011, 1, 0", "2011, 1, 32", "-1, 1,"})
    void rejectsNumbersOutOfTheirBounds(int year, int month, Integer day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryDate(year, month, day))
                .withMessage("there is no " + year + "-" + month + (day == null ? "" : "-" + day) + " in the calendar");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 1900, 1999, 2000, 2011, 2012, 2100, 9999})
    void hasTheDaysOfTheCalendar(int year) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= 31; day++) {
                assertThat(isDate(year, month, day))
                        .as("%s-%s-%s", year, month, day)
                        .isEqualTo(day <= YearMonth.of(year, month).lengthOfMonth());
            }
        }
    }

    private static boolean isDate(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).toString().equals(new RegistryDate(year, month, day).toString());
        } catch (IllegalArgumentException | DateTimeException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({"2007-06", "2007-06-30"})
    void hasTheMonthOfItsYear(String text) {
        assertThat(RegistryDate.parse(text).yearMonth()).isEqualTo(YearMonth.of(2007, 6));
    }

    @Test
    void isOrderedByTimeAMonthBeforeItsDays() {
        List<RegistryDate> dates = Stream.of("1999-12-31", "2000-01", "2000-01-01", "2000-01-31", "2000-02", "2001-01")
                .map(RegistryDate::parse)
                .toList();
        for (int i = 0; i < dates.size(); i++) {
            for (int j = 0; j < dates.size(); j++) {
                assertThat(Integer.signum(dates.get(i).compareTo(dates.get(j)))).isEqualTo(Integer.compare(i, j));
            }
        }
    }
}
