package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Month;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * A date in the registry: a month of a year, with a day if the file gives one.
 *
 * <p>This class is immutable and thread-safe. Dates are ordered by year, month and day; a month without a day comes
 * before its days.
 *
 * <pre>{@code
 * RegistryDate.parse("2007-06").day();               // null
 * RegistryDate.parse("2011-10-12").yearMonth();      // 2011-10
 * }</pre>
 *
 * @param year the year, 0 to 9999
 * @param month the month, 1 to 12
 * @param day the day of the month, 1 to 31, or null if the file gives only the month
 */
@CheckReturnValue
public record RegistryDate(int year, int month, @Nullable Integer day)
        implements Comparable<RegistryDate>, Serializable {

    /**
     * Creates a date, which must exist in the calendar.
     *
     * @param year the year, 0 to 9999
     * @param month the month, 1 to 12
     * @param day the day of the month, 1 to 31, or null
     * @throws IllegalArgumentException if the calendar has no such month or day
     */
    public RegistryDate {
        boolean isMonth = year >= 0 && year <= 9999 && month >= 1 && month <= 12;
        if (!isMonth || (day != null && (day < 1 || (day > 28 && day > daysOf(year, month))))) {
            throw new IllegalArgumentException(
                    year + "-" + month + (day == null ? "" : "-" + day) + " is not in the calendar");
        }
    }

    /** Called only for days above 28, since it takes a fresh process time to load the calendar's classes. */
    private static int daysOf(int year, int month) {
        return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    /**
     * Parses a date as the registry writes it.
     *
     * @param text {@code "2007-06"} or {@code "2011-10-12"}
     * @return the date
     * @throws IllegalArgumentException if the text has another form, or if the calendar has no such date
     */
    public static RegistryDate parse(String text) {
        boolean hasDay = requireNonNull(text, "text").length() == 10;
        if (!hasForm(text, hasDay ? "0000-00-00" : "0000-00")) {
            throw new IllegalArgumentException(Texts.quoted(text) + " is not a date such as 2007-06 or 2011-10-12");
        }
        return new RegistryDate(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(5, 7)),
                hasDay ? Integer.valueOf(text.substring(8)) : null);
    }

    /**
     * Parses a date as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config convert text by a
     * static method of this name.
     *
     * @param text the text
     * @return the date
     * @throws IllegalArgumentException if {@code parse} would throw it
     */
    public static RegistryDate valueOf(String text) {
        return parse(text);
    }

    /** Returns whether a text has an ASCII digit for each zero of a form, and is otherwise equal to it. */
    private static boolean hasForm(String text, String form) {
        if (text.length() != form.length()) {
            return false;
        }
        for (int i = 0; i < form.length(); i++) {
            char c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the year and month of this date, without the day.
     *
     * @return the year and month
     */
    public YearMonth yearMonth() {
        return YearMonth.of(year, month);
    }

    /** Returns the number of months since year 0, as in {@link java.time.temporal.ChronoField#PROLEPTIC_MONTH}. */
    long prolepticMonth() {
        return year * 12L + month - 1;
    }

    @Override
    public int compareTo(RegistryDate other) {
        if (year != other.year) {
            return Integer.compare(year, other.year);
        }
        if (month != other.month) {
            return Integer.compare(month, other.month);
        }
        return Integer.compare(day == null ? 0 : day, other.day == null ? 0 : other.day);
    }

    /**
     * Returns this date as the registry writes it, a text that {@link #parse(String)} accepts.
     *
     * @return {@code "2007-06"} or {@code "2011-10-12"}
     */
    @Override
    public String toString() {
        return digits(10_000 + year) + '-' + digits(100 + month) + (day == null ? "" : "-" + digits(100 + day));
    }

    /**
     * Returns the digits after a leading one, which keeps the zeros of a small number. No formatter is loaded for this.
     */
    private static String digits(int numberBehindOne) {
        return Integer.toString(numberBehindOne).substring(1);
    }
}
