package io.github.portregistry;

import io.github.portregistry.SpecNotations.Hint;
import java.util.List;

/** Finds a hint for a refused token: the first explanation that applies. */
final class SpecHints {

    private SpecHints() {}

    /** Returns the hint for a token in the notation of another tool. */
    static Hint notation(RegistryRows rows, String token) {
        return notations(rows).hint(token);
    }

    /** Returns the hint for a transport that stands alone, after a token such as {@code 53/tcp} or an empty text. */
    static Hint transportAfter(RegistryRows rows, String token, TransportProtocol transport) {
        return notations(rows).transportAfter(token, transport);
    }

    private static SpecNotations notations(RegistryRows rows) {
        return new SpecNotations((name, transports) -> SpecSuggestions.isService(rows, name, transports));
    }

    /**
     * Returns the hint for a token that is neither a number, an interval nor a registered name, with or without a
     * transport.
     */
    static Hint unknown(RegistryRows rows, String token) {
        Hint notation = notation(rows, token);
        String name = withoutTransport(token);
        if (!notation.isEmpty() || name.length() > SpecSuggestions.MAX_LENGTH) {
            return notation;
        }
        Hint hint = registered(rows, name);
        return hint.isEmpty() ? list("; the nearest names are ", SpecSuggestions.spelledLike(rows, name)) : hint;
    }

    /** Returns the hint for a name that is registered without a port, and so is not a misspelling. */
    static Hint withoutPort(RegistryRows rows, String name) {
        Hint notation = notation(rows, name);
        return notation.isEmpty() && name.length() <= SpecSuggestions.MAX_LENGTH ? registered(rows, name) : notation;
    }

    private static String withoutTransport(String token) {
        int slash = token.lastIndexOf('/');
        return slash < 0 || TransportProtocol.find(token.substring(slash + 1)).isEmpty()
                ? token
                : token.substring(0, slash);
    }

    private static Hint registered(RegistryRows rows, String name) {
        if (SpecEverydayNames.isIpProtocol(name)) {
            return new Hint("; " + name + " is an IP protocol, which has no ports", List.of());
        }
        List<String> everyday = SpecEverydayNames.registered(name).stream()
                .filter(listed -> SpecSuggestions.isService(rows, listed, List.of()))
                .toList();
        if (!everyday.isEmpty()) {
            return new Hint(
                    "; what is commonly called " + name + " is registered as " + String.join(" or ", everyday),
                    everyday);
        }
        Hint hint = list("; names that begin with it: ", SpecSuggestions.beginningWith(rows, name));
        return hint.isEmpty()
                ? list("; services with that word in their description: ", SpecSuggestions.describedBy(rows, name))
                : hint;
    }

    private static Hint list(String words, List<String> names) {
        return names.isEmpty() ? Hint.NONE : new Hint(words + String.join(", ", names), names);
    }
}
