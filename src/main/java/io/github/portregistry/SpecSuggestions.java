package io.github.portregistry;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds registered services that a word may mean. All of them have a port and can be written in a specification.
 *
 * <p>The limits were measured with names that firewalld, ufw, shorewall, fwbuilder, capirca and Debian use but IANA
 * does not list. Most of these are not misspellings of anything, and a reader who is offered three wrong names may open
 * the ports of one.
 */
final class SpecSuggestions {

    private static final int MAX = 5;

    /** The maximum length of a suggested name. IANA's names have at most 15 characters; until 2024, one had 36. */
    static final int MAX_LENGTH = 63;

    private record Candidate(PortAssignment row, int edits) {}

    private SpecSuggestions() {}

    /**
     * Returns whether a text is a name that has a port over each of the given transports, or over any transport if none
     * are given.
     */
    static boolean isService(RegistryRows rows, String name, List<TransportProtocol> transports) {
        List<PortAssignment> named = rows.findByName(name).stream()
                .filter(row -> isSuggested(rows, row))
                .toList();
        return !named.isEmpty()
                && transports.stream().allMatch(transport -> named.stream().anyMatch(row -> row.appliesTo(transport)));
    }

    /** Returns the names that begin with a word and a hyphen, as {@code etcd-client} does, unless there are many. */
    static List<String> beginningWith(RegistryRows rows, String word) {
        String beginning = ServiceNames.folded(word) + "-";
        return few(rows, row -> ServiceNames.folded(row.serviceName()).startsWith(beginning));
    }

    /**
     * Returns the services whose description contains a word or several joined by hyphens, as that of {@code svn}
     * contains {@code subversion}. The result is empty if many services match, or if the word is so short that it may
     * match by chance.
     */
    static List<String> describedBy(RegistryRows rows, String word) {
        String words = spaced(word);
        return words.length() < 3 ? List.of() : few(rows, row -> hasWords(spaced(row.description()), words));
    }

    /**
     * Returns the names with the fewest edits, the lowest ports first. The limit is one edit, or two for words of six
     * characters or more whose first character is right, since few people mistype that one. For words of three
     * characters or fewer the result is empty, since nearly every one is one edit away from an unrelated service.
     */
    static List<String> spelledLike(RegistryRows rows, String word) {
        int limit = word.length() < 4 ? 0 : word.length() < 6 ? 1 : 2;
        if (limit == 0) {
            return List.of();
        }
        String wanted = ServiceNames.folded(word);
        List<Candidate> candidates = rows.all().stream()
                .map(row -> new Candidate(row, edits(wanted, ServiceNames.folded(row.serviceName()), limit)))
                .filter(candidate -> candidate.edits <= limit && isSuggested(rows, candidate.row))
                .filter(candidate -> candidate.edits < 2 || isSameFirst(wanted, candidate.row.serviceName()))
                .toList();
        int fewest = candidates.stream().mapToInt(Candidate::edits).min().orElse(0);
        return names(candidates.stream()
                        .filter(candidate -> candidate.edits == fewest)
                        .map(Candidate::row))
                .limit(MAX)
                .toList();
    }

    private static boolean isSameFirst(String wanted, String name) {
        return ServiceNames.isSame(wanted.substring(0, 1), name.substring(0, 1));
    }

    private static boolean isSuggested(RegistryRows rows, PortAssignment row) {
        return row.ports() != null && isShown(row.serviceName()) && !rows.isShadowed(row);
    }

    private static boolean isShown(String name) {
        return SpecTokens.isName(name)
                && name.length() <= MAX_LENGTH
                && TransportProtocol.find(name.substring(name.lastIndexOf('/') + 1))
                        .isEmpty();
    }

    private static List<String> few(RegistryRows rows, Predicate<PortAssignment> condition) {
        Stream<PortAssignment> services = rows.all().stream().filter(condition).filter(row -> isSuggested(rows, row));
        List<String> names = names(services).limit(MAX + 1).toList();
        return names.size() > MAX ? List.of() : names;
    }

    private static Stream<String> names(Stream<PortAssignment> rows) {
        return rows.sorted(Comparator.comparing(row -> Objects.requireNonNull(row.ports())))
                .map(PortAssignment::serviceName)
                .distinct();
    }

    private static String spaced(String text) {
        return ServiceNames.folded(text).replace('-', ' ').replace('_', ' ');
    }

    private static boolean hasWords(String text, String words) {
        int at = text.indexOf(words);
        while (at >= 0 && !(isEdge(text, at - 1) && isEdge(text, at + words.length()))) {
            at = text.indexOf(words, at + 1);
        }
        return at >= 0;
    }

    private static boolean isEdge(String text, int index) {
        return index < 0 || index >= text.length() || !Character.isLetterOrDigit(text.charAt(index));
    }

    /**
     * Returns the number of insertions, deletions, substitutions and swaps of adjacent characters between two texts, or
     * a number above the limit. Each edit is tried where the texts first differ, so the limit bounds the work: two
     * edits take 21 comparisons of the texts.
     */
    static int edits(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (i == a.length() || i == b.length()) {
            return a.length() + b.length() - 2 * i;
        }
        if (limit == 0) {
            return 1;
        }
        String restOfA = a.substring(i + 1);
        String restOfB = b.substring(i + 1);
        int fewest = edits(restOfA, restOfB, limit - 1);
        fewest = Math.min(fewest, edits(restOfA, b.substring(i), limit - 1));
        fewest = Math.min(fewest, edits(a.substring(i), restOfB, limit - 1));
        if (!restOfA.isEmpty()
                && !restOfB.isEmpty()
                && a.charAt(i) == restOfB.charAt(0)
                && restOfA.charAt(0) == b.charAt(i)) {
            fewest = Math.min(fewest, edits(restOfA.substring(1), restOfB.substring(1), limit - 1));
        }
        return fewest + 1;
    }
}
