package io.github.portregistry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The syntax that RFC 6335, section 5.1 gives service names; some of IANA's own break it. */
final class ServiceNames {

    private static final Pattern LETTERS_DIGITS_HYPHENS = Pattern.compile("[A-Za-z0-9-]{1,15}");

    private ServiceNames() {}

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
