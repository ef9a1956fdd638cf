package io.github.portregistry.cli;

import java.util.regex.Pattern;

/** Tells where an address ends and its port begins. */
final class LineAddress {

    private static final int MAX_LENGTH = 300;

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

    private static final String IPV4 = OCTET + "(?:\\." + OCTET + "){3}";

    private static final String IPV6 = "(?=[0-9A-Fa-f.]*:[0-9A-Fa-f.]*:)[0-9A-Fa-f:.]{2,45}";

    private static final String ZONE = "(?:%[A-Za-z0-9_.-]{1,20})?";

    private static final String NAME = "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,252}[A-Za-z0-9])?";

    /** An address that cannot be something else, alone or as mail servers write it: {@code example.com[192.0.2.1]}. */
    private static final Pattern ADDRESS = Pattern.compile("\\*|localhost|::|(?i:::ffff:)?" + IPV4 + ZONE + "|(?:"
            + NAME + ")?\\[(?:" + IPV4 + "|" + IPV6 + ZONE + ")\\]" + ZONE);

    private static final Pattern NUMERIC = Pattern.compile("(?:" + IPV4 + "|" + IPV6 + ")" + ZONE);

    /** What may stand in a column of addresses, where a long one is cut. */
    private static final Pattern COLUMN = Pattern.compile("\\*|\\[?[A-Za-z0-9:][A-Za-z0-9:._-]*\\]?" + ZONE + "\\]?");

    /** The name of a host: its last label has no capital and is not the ending of a source file. */
    private static final Pattern HOST = Pattern.compile("(?=.{2,253}$)(?:[A-Za-z0-9_][A-Za-z0-9_-]*\\.)*(?!(?:"
            + "java|kt|scala|groovy|go|py|rb|rs|js|jsx|mjs|cjs|ts|tsx|vue|c|h|cc|cpp|cxx|hpp|cs|fs|vb|m|mm|swift|php|pl|pm|lua|sh"
            + "|ex|exs|erl|hs|ml|clj|dart|zig|nim|r|jl|sql|asm|s|f|html|css|xml|json|yaml|yml|toml|ini|conf|cfg|txt|log|md|tf"
            + ")$)[a-z][a-z0-9_-]*");

    private LineAddress() {}

    /** Returns the index of the colon between an address and a port, or -1 if the text is not such a pair. */
    static int end(String text) {
        int colon = text.lastIndexOf(':');
        return colon >= 0 && isAddress(text.substring(0, colon)) ? colon : -1;
    }

    static boolean isAddress(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && ADDRESS.matcher(text).matches();
    }

    /** Returns whether a text is an IP address, without brackets. */
    static boolean isNumeric(String text) {
        return NUMERIC.matcher(text).matches();
    }

    /** Returns whether a text has the form of an address or of the name of a host. */
    static boolean mayBe(String text) {
        return text.length() <= MAX_LENGTH
                && (isDotted(text) || COLUMN.matcher(text).matches());
    }

    /** Returns whether a text has only digits and dots, as most addresses do, which need no regular expression. */
    private static boolean isDotted(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == '.' ? i > 0 : text.charAt(i) >= '0' && text.charAt(i) <= '9')) {
            i++;
        }
        return i > 0 && i == text.length();
    }

    static boolean isHost(String text) {
        return HOST.matcher(text).matches();
    }

    /**
     * Returns the index of the colon, or of the dot on BSD and macOS, between the address and the port in a column of
     * addresses, where an IPv6 address needs no brackets; or -1 if the text is not such a pair.
     */
    static int endInColumn(String text) {
        int end = Math.max(text.lastIndexOf(':'), text.lastIndexOf('.'));
        String address = end > 0 && text.length() <= MAX_LENGTH ? text.substring(0, end) : "";
        boolean isPair =
                text.indexOf('.', end) < 0 || address.equals("*") || address.indexOf(':') >= 0 || isAddress(address);
        return isPair && mayBe(address) ? end : -1;
    }
}
