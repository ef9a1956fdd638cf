package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
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
        void readsMonthsAndDays(String text, int year, int month, Integer day) {
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
                    "2011-2-3",
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
            "2011-00-01, 2011-0-1",
            "2011-13,    2011-13",
            "2011-12-00, 2011-12-0",
            "2011-12-32, 2011-12-32",
            "0000-00-00, 0-0-0"
        })
        void rejectsImpossibleDates(String text, String date) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistryDate.parse(text))
                    .withMessage(date + " is not in the calendar");
        }

        @Test
        void keepsMessagesShort() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RegistryDate.parse("1".repeat(100_000)))
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
        }

        @Test
        void rejectsNull() {
            assertRejectsNull("text", () -> RegistryDate.parse(null));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1", "10000, 1, 1", "2011, 0, 1", "2011, 13, 1", "2011, 1, 0", "2011, 1, 32", "-1, 1,"})
    void rejectsNumbersOutOfRange(int year, int month, Integer day) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryDate(year, month, day))
                .withMessage(year + "-" + month + (day == null ? "" : "-" + day) + " is not in the calendar");
    }

    /** Days are tried from before the first to after the last, so that one too many is seen as well as one too few. */
    @ParameterizedTest
    @CsvSource({"0, 29", "4, 29", "1900, 28", "1999, 28", "2000, 29", "2011, 28", "2012, 29", "2100, 28", "9999, 28"})
    void acceptsEveryDayOfTheCalendar(int year, int daysOfFebruary) {
        int[] days = {31, daysOfFebruary, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
        for (int month = 1; month <= 12; month++) {
            List<String> dates = new ArrayList<>();
            for (int day = 1; day <= days[month - 1]; day++) {
                dates.add(LocalDate.of(year, month, day).toString());
            }
            assertThat(datesOf(year, month)).isEqualTo(dates);
        }
    }

    private static List<String> datesOf(int year, int month) {
        List<String> dates = new ArrayList<>();
        for (int day = -1; day <= 33; day++) {
            try {
                dates.add(new RegistryDate(year, month, day).toString());
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessage("%d-%d-%d is not in the calendar", year, month, day);
            }
        }
        return dates;
    }

    @ParameterizedTest
    @CsvSource({"2007-06", "2007-06-30"})
    void returnsItsMonth(String text) {
        assertThat(RegistryDate.parse(text).yearMonth()).isEqualTo(YearMonth.of(2007, 6));
    }

    @Test
    void ordersMonthsBeforeTheirDays() {
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
