package io.github.portregistry;

import io.github.portregistry.PortNotations.Hint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds a hint for a refused token: the first explanation that applies. */
final class SpecHints {

    private static final String NEAREST = "; the nearest names are ";

    private final RegistryRows rows;
    private final Set<TransportProtocol> transports;
    private final SpecSuggestions suggestions;

    /**
     * Creates an instance.
     *
     * @param transports what the token is over, so that no service of another transport is suggested; not empty
     */
    SpecHints(RegistryRows rows, Set<TransportProtocol> transports) {
        this.rows = rows;
        this.transports = transports;
        this.suggestions = new SpecSuggestions(rows, transports);
    }

    /** Returns the names that a registry has, with a port, for an everyday name, best first. */
    static List<String> registeredAs(RegistryRows rows, String everydayName) {
        return new SpecHints(rows, EnumSet.allOf(TransportProtocol.class)).registeredAs(everydayName);
    }

    private List<String> registeredAs(String name) {
        return SpecEverydayNames.registered(name, transports).stream()
                .filter(suggestions::isService)
                .toList();
    }

    /**
     * Returns what to say of a token that is neither a number, an interval nor a registered name, with or without a
     * transport.
     *
     * @param token the token
     * @param before the token before it if that has a transport, such as {@code 53/tcp} in {@code 53/tcp,udp}, or empty
     */
    Hint unknown(String token, String before) {
        int slash = token.lastIndexOf('/');
        boolean hasTransport =
                slash >= 0 && TransportProtocol.find(token.substring(slash + 1)).isPresent();
        String name = hasTransport ? token.substring(0, slash) : token;
        Hint meant = meant(token, name, before);
        Hint hint = !meant.isEmpty() || name.length() > SpecSuggestions.MAX_LENGTH
                ? meant
                : first(List.of(
                        () -> sameLetters(name),
                        () -> variant(name),
                        () -> related(name),
                        () -> list(NEAREST, suggestions.spelledLike(name))));
        RegistryDate peopleAsOf = rows.edition().peopleAsOf();
        String what = meant.isEmpty() && peopleAsOf != null && ServiceNames.isValid(name)
                ? " is not a service name in this edition, which lacks those without a port that are newer than "
                        + peopleAsOf
                : " is not a registered service name, port number or interval";
        return new Hint(what + hint.text(), hint.suggestions());
    }

    /** Returns the hint for a name that is registered without a port, and so is not a misspelling. */
    Hint withoutPort(String name, String before) {
        Hint meant = meant(name, name, before);
        return !meant.isEmpty() || name.length() > SpecSuggestions.MAX_LENGTH
                ? meant
                : first(List.of(() -> sameLetters(name), () -> related(name)));
    }

    private Hint meant(String token, String name, String before) {
        TransportProtocol alone = TransportProtocol.find(token).orElse(null);
        return alone == null
                ? first(List.of(() -> notation(token), () -> everyday(name)))
                : new SpecNotations(this::services).transportAfter(before, alone);
    }

    private static Hint first(List<Supplier<Hint>> hints) {
        return hints.stream()
                .map(Supplier::get)
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElse(Hint.NONE);
    }

    /** Returns the hint for a token in the notation of another tool. */
    Hint notation(String token) {
        return new SpecNotations(this::services).hint(token);
    }

    /** Returns the services that a name means, itself or as an everyday name, over each of some transports, if any. */
    private List<String> services(String name, List<TransportProtocol> over) {
        Set<TransportProtocol> wanted = over.isEmpty() ? transports : EnumSet.copyOf(over);
        return Stream.concat(Stream.of(name), SpecEverydayNames.registered(name, wanted).stream())
                .filter(service -> over.isEmpty()
                        ? suggestions.isService(service)
                        : over.stream().allMatch(each -> new SpecSuggestions(rows, Set.of(each)).isService(service)))
                .toList();
    }

    private Hint everyday(String name) {
        if (SpecEverydayNames.isIpProtocol(name)) {
            return new Hint("; " + name + " is an IP protocol, which has no ports", List.of());
        }
        if (SpecEverydayNames.isUnlisted(name)) {
            Hint hint = list("; names that begin with it: ", suggestions.beginningWith(name));
            return hint.isEmpty() ? new Hint("; IANA has none; use the port's number", List.of()) : hint;
        }
        String text = "; what is commonly called " + name + " is registered as ";
        List<String> services = registeredAs(name);
        if (!services.isEmpty()) {
            return new Hint(text + String.join(" or ", services), services);
        }
        List<String> others = registeredAs(rows, name);
        return others.isEmpty()
                ? Hint.NONE
                : new Hint(text + String.join(" or ", others) + ", but for another transport", List.of());
    }

    private Hint sameLetters(String name) {
        return list(NEAREST, suggestions.withSameLetters(name));
    }

    private Hint variant(String name) {
        return SpecSuggestions.variantOf(name).stream()
                .map(variant -> suggestions.isService(variant) ? list(NEAREST, List.of(variant)) : everyday(variant))
                .filter(hint -> !hint.isEmpty())
                .findFirst()
                .orElse(Hint.NONE);
    }

    private Hint related(String name) {
        Hint hint = list("; names that begin with it: ", suggestions.beginningWith(name));
        return hint.isEmpty()
                ? list("; services with that word in their description: ", suggestions.describedBy(name))
                : hint;
    }

    private static Hint list(String words, List<String> names) {
        return names.isEmpty() ? Hint.NONE : new Hint(words + String.join(", ", names), names);
    }
}
