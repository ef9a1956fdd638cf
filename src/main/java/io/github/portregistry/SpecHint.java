package io.github.portregistry;

import java.util.List;

/**
 * A hint for the author of a token that is refused. The token is never replaced by what the hint suggests.
 *
 * @param text the end of the message, such as {@code "; write 80-90"}, safe to show; empty if there is nothing to say
 * @param suggestions what the token may mean, best first: service names that have a port, or what to write instead;
 *     unmodifiable
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
