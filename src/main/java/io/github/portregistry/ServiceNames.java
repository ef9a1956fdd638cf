package io.github.portregistry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Service names: when two are one, and the syntax that RFC 6335, section 5.1 gives them, which some of IANA's break. */
final class ServiceNames {

    private static final Pattern LETTERS_DIGITS_HYPHENS = Pattern.compile("[A-Za-z0-9-]{1,15}");

    private ServiceNames() {}

    /** Returns whether two names are equal but for letter case. */
    static boolean isSame(String name, String other) {
        if (name.equals(other)) {
            return true;
        }
        if (name.length() != other.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (folded(name.charAt(i)) != folded(other.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Returns a name in the form that {@linkplain #isSame the same} names have in common. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            folded.setCharAt(i, folded(name.charAt(i)));
        }
        return folded.toString();
    }

    /** Returns what the folded name's {@link String#hashCode()} is. */
    static int foldedHash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + folded(name.charAt(i));
        }
        return hash;
    }

    /**
     * Lower case, whatever the default locale is. What is not ASCII stays so: U+0130, the dotted capital I, would fold
     * to {@code i}, and the Kelvin sign to {@code k}, and be taken for names that they are not.
     */
    private static char folded(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        char lower = Character.toLowerCase(c);
        return lower < 128 ? c : lower;
    }

    /** Returns what is wrong with a name, or null if it is a service name. */
    static @Nullable String fault(String name) {
        if (!LETTERS_DIGITS_HYPHENS.matcher(name).matches()) {
            return "it is not 1 to 15 letters, digits and hyphens";
        }
        if (name.chars().noneMatch(Character::isLetter)) {
            return "it has no letter";
        }
        if (name.startsWith("-") || name.endsWith("-") || name.contains("--")) {
            return "a hyphen is its first or last character, or next to another";
        }
        return null;
    }
}
