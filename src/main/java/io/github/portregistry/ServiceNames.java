package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The syntax that RFC 6335, section 5.1 gives service names. Some 100 of IANA's own break it ({@code whois++}), and they
 * are read as they stand; Kubernetes and DNS service discovery refuse them.
 *
 * <pre>{@code
 * ServiceNames.fault("http-alt");      // null
 * ServiceNames.fault("whois++");       // "it is not 1 to 15 letters, digits and hyphens"
 * }</pre>
 */
public final class ServiceNames {

    private static final int MAX_LENGTH = 15;

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

    /**
     * Returns what is wrong with a service name by RFC 6335: it has 1 to 15 ASCII letters, digits and hyphens, at least one
     * letter, and no hyphen at either end or next to another.
     *
     * @param serviceName the name
     * @return the reason why it is not a service name, to go on after "the name is refused:", or null if it is one
     */
    public static @Nullable String fault(String serviceName) {
        int length = requireNonNull(serviceName, "serviceName").length();
        int letters = 0;
        int others = 0;
        for (int i = 0; i < length; i++) {
            char c = serviceName.charAt(i);
            letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1 : 0;
            others += (c >= '0' && c <= '9') || c == '-' ? 1 : 0;
        }
        if (length == 0 || length > MAX_LENGTH || letters + others < length) {
            return "it is not 1 to 15 letters, digits and hyphens";
        }
        if (letters == 0) {
            return "it has no letter";
        }
        if (serviceName.startsWith("-") || serviceName.endsWith("-") || serviceName.contains("--")) {
            return "a hyphen is its first or last character, or next to another";
        }
        return null;
    }
}
