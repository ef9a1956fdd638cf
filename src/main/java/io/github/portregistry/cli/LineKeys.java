package io.github.portregistry.cli;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells by its key whether the value of a field is a port or a protocol: by the last word of the key. */
final class LineKeys {

    private static final int MAX_LENGTH = 64;

    /** {@code top_p}, {@code min_p} and {@code typical_p} are no ports but parameters of language models. */
    private static final Pattern PORT =
            Pattern.compile("(?:.*[^A-Za-z])?(?i:(?:src|dst|source|dest|destination|local|remote"
                    + "|host|client|server|listen|to|[sdlr])?port|[sd]pt)|.*Port|.*(?<!top|min|typical)_p");

    private static final Pattern PROTOCOL = Pattern.compile("(?:.*[^A-Za-z])?(?i:proto|protocol|transport)|.*Protocol");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");

    private LineKeys() {}

    /** Returns whether a text before an equals sign can be a key. */
    static boolean isKey(String text) {
        return text.length() <= MAX_LENGTH && KEY.matcher(text).matches();
    }

    /** Returns whether a key is that of a port: {@code dest_port}, {@code HostPort}, {@code DPT}; not {@code report}. */
    static boolean isPort(String key) {
        return mayEnd(key, "tTpP") && PORT.matcher(key).matches();
    }

    /** Returns whether a key is that of a protocol: {@code proto}, {@code network.transport}. */
    static boolean isProtocol(String key) {
        return mayEnd(key, "oOlLtT") && PROTOCOL.matcher(key).matches();
    }

    /** Returns the last word of a key in small letters: {@code addr} of {@code remote_addr} or {@code remoteAddr}. */
    static String lastWord(String key) {
        int start = key.length();
        while (start > 0 && key.length() - start < MAX_LENGTH && Character.isLetter(key.charAt(start - 1))) {
            start--;
            if (Character.isUpperCase(key.charAt(start)) && start > 0 && Character.isLowerCase(key.charAt(start - 1))) {
                break;
            }
        }
        return key.substring(start).toLowerCase(Locale.ROOT);
    }

    private static boolean mayEnd(String key, String ends) {
        return !key.isEmpty() && key.length() <= MAX_LENGTH && ends.indexOf(key.charAt(key.length() - 1)) >= 0;
    }
}
