package io.github.portregistry;

/**
 * Tells that a text names no ports: what is wrong, in which text, and where in it.
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

    PortSpecException(String text, int index, String reason) {
        super(reason + " (at index " + index + " of " + Texts.quoted(text) + ")");
        this.reason = reason;
        this.text = text;
        this.index = index;
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
}
