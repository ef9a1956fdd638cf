package io.github.portregistry;

import java.util.List;

/** Finds a hint for a refused token: the first explanation that applies. */
final class SpecHints {

    private SpecHints() {}

    /**
     * Returns the hint for a token that is neither a number, an interval nor a registered name, with or without a
     * transport.
     */
    static SpecHint unknown(RegistryRows rows, String token) {
        SpecHint notation = SpecNotations.hint(rows, token);
        String name = withoutTransport(token);
        if (!notation.isEmpty() || name.length() > SpecSuggestions.MAX_LENGTH) {
            return notation;
        }
        SpecHint hint = registered(rows, name);
        return hint.isEmpty() ? list("; the nearest names are ", SpecSuggestions.spelledLike(rows, name)) : hint;
    }

    /** Returns the hint for a name that is registered without a port, and so is not a misspelling. */
    static SpecHint withoutPort(RegistryRows rows, String name) {
        SpecHint notation = SpecNotations.hint(rows, name);
        return notation.isEmpty() && name.length() <= SpecSuggestions.MAX_LENGTH ? registered(rows, name) : notation;
    }

    private static String withoutTransport(String token) {
        int slash = token.lastIndexOf('/');
        return slash < 0 || TransportProtocol.find(token.substring(slash + 1)).isEmpty()
                ? token
                : token.substring(0, slash);
    }

    private static SpecHint registered(RegistryRows rows, String name) {
        if (SpecEverydayNames.isIpProtocol(name)) {
            return new SpecHint("; " + name + " is an IP protocol, which has no ports", List.of());
        }
        List<String> everyday = SpecEverydayNames.registered(name).stream()
                .filter(listed -> SpecSuggestions.isService(rows, listed, List.of()))
                .toList();
        if (!everyday.isEmpty()) {
            return new SpecHint(
                    "; what is commonly called " + name + " is registered as " + String.join(" or ", everyday),
                    everyday);
        }
        SpecHint hint = list("; names that begin with it: ", SpecSuggestions.beginningWith(rows, name));
        return hint.isEmpty()
                ? list("; services with that word in their description: ", SpecSuggestions.describedBy(rows, name))
                : hint;
    }

    private static SpecHint list(String words, List<String> names) {
        return names.isEmpty() ? SpecHint.NONE : new SpecHint(words + String.join(", ", names), names);
    }
}
