package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** What a line of a services(5) file can hold: names that the parser takes, and text for which the writer has room. */
final class ServicesFormat {

    /**
     * With its line feed, what musl reads at a time; the rest of a longer line is a line of its own to it, and a service
     * if the text says so.
     */
    static final int MAX_LINE_BYTES = 126;

    private static final String COMMENT = " # ";
    private static final String ELLIPSIS = "...";

    private ServicesFormat() {}

    /** Returns why a text cannot be a name there, or null if it can. */
    static @Nullable String fault(String name) {
        if (name.indexOf('#') >= 0) {
            return "what follows a # is a comment";
        }
        if (name.codePoints().anyMatch(Texts::isInvisible)) {
            return "it has a character that cannot be seen";
        }
        if (TransportProtocol.find(name.substring(name.lastIndexOf('/') + 1)) != null) {
            return "a specification would take it for a transport";
        }
        return SpecTokens.isNumeric(name) ? "a specification would take it for a port number" : null;
    }

    /** Returns whether a line can hold a text. */
    static boolean hasRoom(String text) {
        return text.length() <= MAX_LINE_BYTES && text.getBytes(UTF_8).length <= MAX_LINE_BYTES;
    }

    /** Returns a line with a comment after its words, as much of it as there is room for; without it if there is none. */
    static String commented(String words, String comment) {
        String line = words + COMMENT + comment;
        String cut = cut(line);
        return cut.length() > words.length() + COMMENT.length() + ELLIPSIS.length() || cut.equals(line) ? cut : words;
    }

    /** Cuts a printable text where a line ends, but not within a character. */
    static String cut(String text) {
        int bytes = 0;
        int end = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            if (bytes > MAX_LINE_BYTES) {
                return text.substring(0, end).stripTrailing() + ELLIPSIS;
            }
            if (bytes <= MAX_LINE_BYTES - ELLIPSIS.length()) {
                end = i;
            }
        }
        return text;
    }
}
