package io.github.portregistry;

import java.util.List;

/**
 * Help for whoever wrote a token that is refused. It is never taken in the token's place.
 *
 * @param text the end of the message, such as {@code "; write 80-90"}, safe to show; empty if there is nothing to say
 * @param suggestions what may be meant, best first: service names that have a port, or what to write instead of the
 *     token; unmodifiable
 */
record SpecHint(String text, List<String> suggestions) {

    static final SpecHint NONE = new SpecHint("", List.of());

    SpecHint {
        suggestions = List.copyOf(suggestions);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }
}
