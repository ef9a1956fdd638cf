package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import java.util.Collection;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Formats values as JSON on one line. */
final class Json {

    private final StringBuilder json = new StringBuilder();

    private Json() {}

    /** Returns an object with the given members, each a name, which is not escaped, and its value. */
    @SuppressWarnings("NonApiType") // a map without an order would make another page at each run
    static LinkedHashMap<String, @Nullable Object> object(@Nullable Object... members) {
        LinkedHashMap<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            object.put(String.valueOf(members[i]), members[i + 1]);
        }
        return object;
    }

    /**
     * Returns the JSON of null, a number, an interval, a list of values or an object; of any other value, the JSON of
     * its text. Objects keep the order of their members: that of other maps would differ from run to run.
     */
    static String text(@Nullable Object value) {
        Json json = new Json();
        json.write(value);
        return json.json.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof LinkedHashMap<?, ?> object) {
            json.append('{');
            object.forEach((name, member) -> {
                separate('{');
                json.append('"').append(name).append("\":");
                write(member);
            });
            json.append('}');
        } else if (value instanceof Collection<?> list) {
            json.append('[');
            for (Object item : list) {
                separate('[');
                write(item);
            }
            json.append(']');
        } else if (value instanceof PortInterval ports) {
            write(object("first", ports.first(), "last", ports.last()));
        } else if (value == null || value instanceof Number) {
            json.append(value);
        } else {
            quote(value.toString());
        }
    }

    private void separate(char opening) {
        if (json.charAt(json.length() - 1) != opening) {
            json.append(',');
        }
    }

    /** Escapes what JSON requires, and whatever a terminal, a script or an encoder could misinterpret. */
    private void quote(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '"' || c == '\\') {
                json.append('\\').appendCodePoint(c);
            } else if (isSafe(c)) {
                json.appendCodePoint(c);
            } else {
                for (char unit : Character.toChars(c)) {
                    json.append("\\u").append(Integer.toHexString(0x10000 + unit), 1, 5);
                }
            }
        }
        json.append('"');
    }

    private static boolean isSafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
