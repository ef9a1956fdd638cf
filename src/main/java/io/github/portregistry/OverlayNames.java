package io.github.portregistry;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that you may give your own services and definitions: more than RFC 6335 allows, but none that look like a
 * number.
 */
final class OverlayNames {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,63}");

    private OverlayNames() {}

    /** Returns why a name is not allowed, or null if it is. */
    static @Nullable String fault(String name) {
        if (!NAME.matcher(name).matches()) {
            return "its name does not consist of 1 to 63 letters, digits, hyphens, underscores and dots";
        }
        if (name.chars().noneMatch(Character::isLetter)) {
            return "its name has no letter";
        }
        return TransportProtocol.find(name).isPresent() ? "its name is that of a transport protocol" : null;
    }
}
