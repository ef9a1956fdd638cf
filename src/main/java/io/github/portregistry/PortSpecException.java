package io.github.portregistry;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Thrown when a text is not a valid port specification. It says what is wrong and where, for every faulty token.
 *
 * <pre>{@code
 * try {
 *     registry.resolve("ssh, dns, 80-70", TCP);
 * } catch (PortSpecException e) {
 *     for (PortSpecException.Fault fault : e.faults()) {
 *         String place = fault.token() + " at index " + fault.index();
 *     }
 *     e.faults().size();      // 2
 *     e.faults().get(1);      // interval 80-70 is reversed (at index 10)
 *     e.index();              // 5: that of the first fault
 *     e.suggestions();        // [domain]
 * }
 * }</pre>
 *
 * <p>The message lists the first eight faults and says how many more there are.
 */
public final class PortSpecException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The maximum number of faults that are kept, so that a hostile text does not fill the heap with them. */
    private static final int MAX_KEPT = 100;

    /** The maximum number of faults that the message lists. */
    private static final int MAX_LISTED = 8;

    private final String text;

    private final Fault[] faults;

    /**
     * A faulty token of a specification.
     *
     * @param index the index at which the invalid part of the token begins in the whole text, 0 to the length of the
     *     text
     * @param token the token as it stands in the text, shortened if it is long; it may contain any characters, and is
     *     empty if a token is missing
     * @param reason the reason, without the index: one line that is safe to show
     * @param suggestions what the token may mean, best first; unmodifiable, empty if there are none
     */
    public record Fault(int index, String token, String reason, List<String> suggestions) implements Serializable {

        Fault(int index, String token, String reason) {
            this(index, token, reason, List.of());
        }

        /**
         * Creates a fault.
         *
         * @param index the index, 0 or more
         * @param token the token
         * @param reason the reason
         * @param suggestions the suggestions
         * @throws IllegalArgumentException if the index is negative
         */
        public Fault {
            if (index < 0) {
                throw new IllegalArgumentException("index " + index + " is negative");
            }
            token = Texts.abridged(requireNonNull(token, "token"));
            requireNonNull(reason, "reason");
            suggestions = List.copyOf(requireNonNull(suggestions, "suggestions"));
        }

        /**
         * Returns the reason and the index.
         *
         * @return a text such as {@code "interval 80-70 is reversed (at index 10)"}
         */
        @Override
        public String toString() {
            return Texts.oneLine(reason + " (at index " + index + ")");
        }
    }

    /** Collects the faults of a text, to throw all of them at once. */
    static final class Faults {

        private final String text;
        private final List<Fault> faults = new ArrayList<>();
        private int count;

        Faults(String text) {
            this.text = text;
        }

        /** Adds a fault, which is created only if it is kept. */
        void add(Supplier<Fault> fault) {
            if (count < MAX_KEPT) {
                faults.add(fault.get());
            }
            count++;
        }

        int count() {
            return count;
        }

        void throwIfAny() {
            if (count > 0) {
                throw new PortSpecException(text, faults, count);
            }
        }
    }

    PortSpecException(String text, Fault fault) {
        this(text, List.of(fault), 1);
    }

    private PortSpecException(String text, List<Fault> faults, int count) {
        super(message(text, faults, count));
        this.text = text;
        this.faults = faults.toArray(Fault[]::new);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        if (text == null
                || faults == null
                || faults.length == 0
                || Arrays.asList(faults).contains(null)) {
            throw new InvalidObjectException("the text or a fault is missing");
        }
    }

    private static String message(String text, List<Fault> faults, int count) {
        Fault first = faults.get(0);
        String more = faults.stream()
                .skip(1)
                .limit(MAX_LISTED - 1)
                .map(fault -> "; " + fault)
                .collect(Collectors.joining());
        return first.reason + " (at index " + first.index + " of " + Texts.quoted(text) + ")" + more
                + (count > MAX_LISTED ? "; and " + (count - MAX_LISTED) + " more" : "");
    }

    /**
     * Returns the faulty tokens. If there are more than 100, only the first 100 are kept, and the message says how many
     * there are.
     *
     * @return the faults in the order of the text, at least one; unmodifiable
     */
    public List<Fault> faults() {
        return List.of(faults);
    }

    /**
     * Returns the reason for the first fault: the message without the text and the index. Use this to show the position
     * in your own way.
     *
     * @return the reason
     */
    public String reason() {
        return faults[0].reason;
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
     * Returns the index at which the first invalid part of {@link #text()} begins.
     *
     * @return the index, 0 to the length of the text
     */
    public int index() {
        return faults[0].index;
    }

    /**
     * Returns what the first faulty token may mean: service names that have a port, or the ports in the notation of
     * this library, such as {@code 80-90} for {@code 80..90}. Suggestions are for people to read, and are also in the
     * message. Do not use one automatically: a similar name may be that of another service.
     *
     * @return the suggestions, best first; unmodifiable, empty if there are none
     */
    public List<String> suggestions() {
        return faults[0].suggestions;
    }
}
