package io.github.portregistry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date with the precision that the registry has for it: a month of a year, and a day where the file gives one.
 *
 * <p>Immutable and thread-safe. Dates are ordered by year, month and day, a month without a day before its days.
 *
 * <pre>{@code
 * RegistryDate.parse("2007-06").day();                 // null
 * RegistryDate.parse("2011-10-12").yearMonth();        // 2011-10
 * }</pre>
 *
 * @param year year, 0 to 9999
 * @param month month, 1 to 12
 * @param day day of the month, 1 to 31, or null where the file gives only the month
 */
public record RegistryDate(int year, int month, @Nullable Integer day) implements Comparable<RegistryDate> {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?");

    private static final Comparator<RegistryDate> ORDER = Comparator.comparingInt(RegistryDate::year)
            .thenComparingInt(RegistryDate::month)
            .thenComparing(RegistryDate::day, Comparator.nullsFirst(Comparator.naturalOrder()));

    /**
     * Checks that there is such a date.
     *
     * @param year year, 0 to 9999
     * @param month month, 1 to 12
     * @param day day of the month, 1 to 31, or null
     * @throws IllegalArgumentException if the calendar has no such month or day
     */
    public RegistryDate {
        try {
            if (year < 0 || year > 9999) {
                throw new DateTimeException("year " + year + " is outside 0 to 9999");
            }
            YearMonth yearMonth = YearMonth.of(year, month);
            if (day != null) {
                yearMonth.atDay(day);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such date: " + e.getMessage(), e);
        }
    }

    /**
     * Reads a date as the registry writes it.
     *
     * @param text {@code "2007-06"} or {@code "2011-10-12"}
     * @return the date
     * @throws IllegalArgumentException if the text has another form, or the calendar has no such date
     */
    public static RegistryDate parse(String text) {
        Matcher matcher = FORM.matcher(Objects.requireNonNull(text, "text"));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"" + PortSpecException.abridged(text) + "\" is not a date such as 2007-06 or 2011-10-12");
        }
        String day = matcher.group(3);
        return new RegistryDate(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                day == null ? null : Integer.valueOf(day));
    }

    /**
     * Returns the month, without the day.
     *
     * @return the month and its year
     */
    public YearMonth yearMonth() {
        return YearMonth.of(year, month);
    }

    @Override
    public int compareTo(RegistryDate other) {
        return ORDER.compare(this, other);
    }

    /**
     * Returns the date as the registry writes it, and as {@link #parse(String)} reads it.
     *
     * @return {@code "2007-06"} or {@code "2011-10-12"}
     */
    @Override
    public String toString() {
        return day == null
                ? yearMonth().toString()
                : LocalDate.of(year, month, day).toString();
    }
}
