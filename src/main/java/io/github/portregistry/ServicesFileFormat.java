package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** The limits of a line in a services(5) file: which names the format allows, and how much text fits. */
final class ServicesFileFormat {

    /**
     * With its line feed, a line of this length fits in musl's buffer. Musl reads the rest of a longer line as another
     * line, and as a service if it looks like one.
     */
    static final int MAX_LINE_BYTES = 126;

    private static final String COMMENT = " # ";
    private static final String ELLIPSIS = "...";

    private ServicesFileFormat() {}

    /** Returns why a text cannot be a name in this format, or null if it can. */
    static @Nullable String fault(String name) {
        if (name.indexOf('#') >= 0) {
            return "a # begins a comment";
        }
        if (Texts.hasInvisible(name)) {
            return "it has an invisible character";
        }
        if (TransportProtocol.find(name.substring(name.lastIndexOf('/') + 1)).isPresent()) {
            return "a specification would read it as a transport";
        }
        return ServiceNames.hasLetter(name) ? null : "it has no letter";
    }

    /** Returns whether a text fits on a line. */
    static boolean hasRoom(String text) {
        return text.length() <= MAX_LINE_BYTES / 3
                || (text.length() <= MAX_LINE_BYTES && text.getBytes(UTF_8).length <= MAX_LINE_BYTES);
    }

    /**
     * Returns a line with a comment after its words. The comment is cut if it is too long, and omitted if there is no
     * room.
     */
    static String commented(String words, String comment) {
        String line = words + COMMENT + comment;
        String cut = cut(line);
        return cut.length() > words.length() + COMMENT.length() + ELLIPSIS.length() || cut.equals(line) ? cut : words;
    }

    /** Cuts a printable text to the length of a line, but does not split a character. */
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
