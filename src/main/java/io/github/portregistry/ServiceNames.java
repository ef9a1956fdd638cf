package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The syntax of service names according to RFC 6335, section 5.1. Some 100 of IANA's own names break it, such as
 * {@code whois++}. This library reads them as they are; Kubernetes and DNS service discovery refuse them.
 *
 * <pre>{@code
 * ServiceNames.isValid("http-alt");      // true
 * ServiceNames.fault("whois++");         // Optional[it does not consist of 1 to 15 letters, digits and hyphens]
 * }</pre>
 */
public final class ServiceNames {

    private static final int MAX_LENGTH = 15;

    private ServiceNames() {}

    /** Returns whether two names are equal, ignoring case. */
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

    /** Returns whether a name has a letter of any alphabet, as all of IANA's have, so that it is no number. */
    static boolean hasLetter(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the form that all names have in common that are {@linkplain #isSame the same}. */
    static String folded(String name) {
        StringBuilder folded = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            folded.setCharAt(i, folded(name.charAt(i)));
        }
        return folded.toString();
    }

    /** Returns the {@link String#hashCode()} of the folded name. */
    static int foldedHash(String name) {
        int hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = 31 * hash + folded(name.charAt(i));
        }
        return hash;
    }

    /**
     * Returns a character in lower case, whatever the default locale is. A non-ASCII character never becomes an ASCII
     * one: otherwise U+0130, the dotted capital I, would fold to {@code i} and the Kelvin sign to {@code k}, and a name
     * with them would match another name.
     */
    private static char folded(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        char lower = Character.toLowerCase(c);
        return lower < 128 ? c : lower;
    }

    /**
     * Returns whether a service name is valid. See {@link #fault(String)}.
     *
     * @param serviceName the service name
     * @return true if the name is valid
     */
    public static boolean isValid(String serviceName) {
        return fault(serviceName).isEmpty();
    }

    /**
     * Returns why a service name is not valid, if it is not. According to RFC 6335, a service name has 1 to 15 ASCII
     * letters, digits and hyphens, at least one letter, and no hyphen at either end or next to another hyphen.
     *
     * @param serviceName the service name
     * @return the reason, such as {@code "it has no letter"}, or empty if the name is valid
     */
    public static Optional<String> fault(String serviceName) {
        int length = requireNonNull(serviceName, "serviceName").length();
        int letters = 0;
        int others = 0;
        for (int i = 0; i < length; i++) {
            char c = serviceName.charAt(i);
            letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ? 1 : 0;
            others += (c >= '0' && c <= '9') || c == '-' ? 1 : 0;
        }
        if (length == 0 || length > MAX_LENGTH || letters + others < length) {
            return Optional.of("it does not consist of 1 to 15 letters, digits and hyphens");
        }
        if (letters == 0) {
            return Optional.of("it has no letter");
        }
        if (serviceName.startsWith("-") || serviceName.endsWith("-") || serviceName.contains("--")) {
            return Optional.of("it begins or ends with a hyphen, or has two in a row");
        }
        return Optional.empty();
    }
}
