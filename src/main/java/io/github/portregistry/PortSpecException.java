package io.github.portregistry;

import java.util.List;

/**
 * Thrown when a text is not a valid port specification. It says what is wrong and where.
 *
 * <pre>{@code
 * try {
 *     PortInterval.parse("80-70");
 * } catch (PortSpecException e) {
 *     e.getMessage();      // "interval 80-70 is reversed (at index 0 of "80-70")"
 *     e.index();           // 0
 * }
 * }</pre>
 */
public final class PortSpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String text;
    private final int index;

    /** An array, since not every list is serializable. */
    private final String[] suggestions;

    PortSpecException(String text, int index, String reason) {
        this(text, index, reason, List.of());
    }

    PortSpecException(String text, int index, String reason, List<String> suggestions) {
        super(reason + " (at index " + index + " of " + Texts.quoted(text) + ")");
        this.reason = reason;
        this.text = text;
        this.index = index;
        this.suggestions = suggestions.toArray(String[]::new);
    }

    /**
     * Returns the reason: the message without the text and the index. Use this to show the position in your own way.
     *
     * @return the reason
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the whole text that was parsed.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * Returns the index at which the invalid part of {@link #text()} begins.
     *
     * @return the index, 0 to the length of the text
     */
    public int index() {
        return index;
    }

    /**
     * Returns what the invalid part may mean: service names that have a port, or the ports in the notation of this
     * library, such as {@code 80-90} for {@code 80:90}. Suggestions are for people to read, and are also in the
     * message. Do not use one automatically: a similar name may be that of another service.
     *
     * @return the suggestions, best first; unmodifiable, empty if there are none
     */
    public List<String> suggestions() {
        return List.of(suggestions);
    }
}
