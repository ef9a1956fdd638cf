package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Month;
import java.time.YearMonth;
import java.time.chrono.IsoChronology;
import org.jspecify.annotations.Nullable;

/**
 * A date with the precision that the registry has for it: a month of a year, and a day where the file gives one.
 *
 * <p>Immutable and thread-safe. Dates are ordered by year, month and day, a month without a day before its days.
 *
 * <pre>{@code
 * RegistryDate.parse("2007-06").day();               // null
 * RegistryDate.parse("2011-10-12").yearMonth();      // 2011-10
 * }</pre>
 *
 * @param year year, 0 to 9999
 * @param month month, 1 to 12
 * @param day day of the month, 1 to 31, or null where the file gives only the month
 */
public record RegistryDate(int year, int month, @Nullable Integer day)
        implements Comparable<RegistryDate>, Serializable {

    /**
     * Checks that there is such a date.
     *
     * @param year year, 0 to 9999
     * @param month month, 1 to 12
     * @param day day of the month, 1 to 31, or null
     * @throws IllegalArgumentException if the calendar has no such month or day
     */
    public RegistryDate {
        boolean isMonth = year >= 0 && year <= 9999 && month >= 1 && month <= 12;
        if (!isMonth || (day != null && (day < 1 || (day > 28 && day > daysOf(year, month))))) {
            throw new IllegalArgumentException(
                    "there is no " + year + "-" + month + (day == null ? "" : "-" + day) + " in the calendar");
        }
    }

    /** Asked where a month may not have the day: the calendar's classes are not free for a process that begins. */
    private static int daysOf(int year, int month) {
        return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    /**
     * Reads a date as the registry writes it.
     *
     * @param text {@code "2007-06"} or {@code "2011-10-12"}
     * @return the date
     * @throws IllegalArgumentException if the text has another form, or the calendar has no such date
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
     * Reads a date as {@link #parse(String)} does. Spring, Jackson, JAX-RS and MicroProfile Config make a value of a
     * text by a static method of this name.
     *
     * @param text the text
     * @return the date
     * @throws IllegalArgumentException if {@code parse} would throw it
     */
    public static RegistryDate valueOf(String text) {
        return parse(text);
    }

    /** Returns whether a text has a digit, in ASCII, for each zero of a form, and else is the same. */
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
     * Returns the month, without the day.
     *
     * @return the month and its year
     */
    public YearMonth yearMonth() {
        return YearMonth.of(year, month);
    }

    /** Returns the number of months from year 0 to this one, as {@link java.time.temporal.ChronoField#PROLEPTIC_MONTH}. */
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
     * Returns the date as the registry writes it, and as {@link #parse(String)} reads it.
     *
     * @return {@code "2007-06"} or {@code "2011-10-12"}
     */
    @Override
    public String toString() {
        return digits(10_000 + year) + '-' + digits(100 + month) + (day == null ? "" : "-" + digits(100 + day));
    }

    /** Without the calendar's classes, and so that zeros stand before a small number. */
    private static String digits(int numberBehindOne) {
        return Integer.toString(numberBehindOne).substring(1);
    }
}
