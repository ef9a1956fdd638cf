package io.github.portregistry;

import java.util.List;

/**
 * Thrown when a text is not a valid port specification; says what is wrong, in which text, and where in it.
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

    /** An array, since a list would not be known to be serializable. */
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
     * Returns the message without the text and the index, for a caller that shows the place in its own way.
     *
     * @return what is wrong
     */
    public String reason() {
        return reason;
    }

    /**
     * Returns the whole text that was read.
     *
     * @return the text as it was given
     */
    public String text() {
        return text;
    }

    /**
     * Returns where in {@link #text()} the faulty part begins.
     *
     * @return index of a character, 0 to the length of the text
     */
    public int index() {
        return index;
    }

    /**
     * Returns what may be meant by the faulty part: service names that have a port, or the ports as you would write
     * them here, such as {@code 80-90} for {@code 80:90}. They are help for a person and stand in the message too. Do
     * not take one in the place of what was written: a name that is spelled alike may be another service.
     *
     * @return the suggestions, best first, unmodifiable, empty if there is none
     */
    public List<String> suggestions() {
        return List.of(suggestions);
    }
}
