package io.github.portregistry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds registered services that a word may mean. All of them have a port over some transports, and can be written in a
 * specification.
 *
 * <p>The limits were measured with names that firewalls and their users write but IANA does not list. Most of these are
 * not misspellings of anything, and a reader who is offered a wrong name may open the ports of another service.
 */
final class SpecSuggestions {

    private static final int MAX = 5;

    /** The maximum length of a suggested name. IANA's names have at most 15 characters; until 2024, one had 36. */
    static final int MAX_LENGTH = 63;

    /** A service with encryption: {@code imap-tls} is {@code imaps}. */
    private static final Pattern ENCRYPTED = Pattern.compile("(.*[a-z0-9])[-_.]?(?:ssl|tls)");

    /**
     * The program, or a version of the protocol: {@code ftpd}, {@code ntp-server} and {@code nfs4}. A 6 stands for
     * IPv6, over which it may be another protocol, as {@code dhcpv6} is.
     */
    private static final Pattern VARIANT =
            Pattern.compile("(.{2,}?[a-z0-9])(?:[-_.]?(?:server|service|daemon)|(?<=[a-z])(?:d|v?[2-5]))");

    private static final int MAX_EDITS = 2;

    private record Candidate(PortAssignment row, int edits) {}

    private final RegistryRows rows;
    private final Set<TransportProtocol> transports;

    /**
     * Creates an instance.
     *
     * @param transports of which a service needs one to be suggested
     */
    SpecSuggestions(RegistryRows rows, Set<TransportProtocol> transports) {
        this.rows = rows;
        this.transports = transports;
    }

    /** Returns whether a text is a name that has a port over one of the transports. */
    boolean isService(String name) {
        return rows.findByName(name).stream().anyMatch(this::isSuggested);
    }

    /** Returns the names that differ from a word only in the characters between letters and digits. */
    List<String> withSameLetters(String word) {
        String letters = SpecEverydayNames.letters(word);
        return few(row -> isSameFirst(row, word)
                && SpecEverydayNames.letters(row.serviceName()).equals(letters));
    }

    /** Returns the names of which a word is a variant: first the encrypted ones, or that without a suffix. */
    static List<String> variantOf(String word) {
        String folded = ServiceNames.folded(word);
        Matcher encrypted = ENCRYPTED.matcher(folded);
        if (encrypted.matches()) {
            String name = encrypted.group(1);
            return List.of(name + "s", name + "-s", name + "-tls", name + "-ssl");
        }
        Matcher variant = VARIANT.matcher(folded);
        return variant.matches() ? List.of(variant.group(1)) : List.of();
    }

    /** Returns the names that begin with a word and a hyphen, as {@code etcd-client} does, unless there are many. */
    List<String> beginningWith(String word) {
        String beginning = ServiceNames.folded(word) + "-";
        return word.length() < 3
                ? List.of()
                : few(row -> isSameFirst(row, word)
                        && ServiceNames.folded(row.serviceName()).startsWith(beginning));
    }

    /**
     * Returns the services whose description is a word, or several joined by hyphens, with one word more if it is not
     * too short. In longer descriptions, a word is mostly about something else; very long ones are not even read. The
     * result is empty if many services match.
     */
    List<String> describedBy(String word) {
        String words = spaced(word);
        int most = count(words) + (words.length() < 4 ? 0 : 1);
        return words.length() < 3
                ? List.of()
                : few(row -> {
                    String description = row.description().length() > 2 * MAX_LENGTH ? "" : spaced(row.description());
                    return hasWords(description, words) && count(description) <= most;
                });
    }

    /** Returns the names that a word may be a misspelling of, those with the fewest edits, the lowest ports first. */
    List<String> spelledLike(String word) {
        String[] words = ServiceNames.folded(word).split("-", -1);
        List<Candidate> candidates = rows.all().stream()
                .filter(row -> isSameFirst(row, word))
                .map(row -> new Candidate(
                        row, edits(words, ServiceNames.folded(row.serviceName()).split("-", -1))))
                .filter(candidate -> candidate.edits <= MAX_EDITS && isSuggested(candidate.row))
                .toList();
        int fewest = candidates.stream().mapToInt(Candidate::edits).min().orElse(0);
        return names(candidates.stream()
                        .filter(candidate -> candidate.edits == fewest)
                        .map(Candidate::row))
                .limit(MAX)
                .toList();
    }

    /**
     * Returns the number of edits between the words of two names, or a number above the limit.
     *
     * <p>Only one word may have edits: one, or two if it has nine characters or more. A word of three characters or
     * fewer may have none, since nearly every one is one edit away from an unrelated service. The first character must
     * be right, since few people mistype that one, and no {@code s} may be left out, since it stands for encryption.
     */
    private static int edits(String[] words, String[] others) {
        int at = Arrays.mismatch(words, others);
        if (at < 0
                || words.length != others.length
                || !Arrays.equals(words, at + 1, words.length, others, at + 1, others.length)) {
            return MAX_EDITS + 1;
        }
        String word = words[at];
        String other = others[at];
        int limit = word.length() < 4 ? 0 : word.length() < 9 ? 1 : MAX_EDITS;
        boolean isMisspelt = limit > 0 && other.startsWith(word.substring(0, 1)) && !word.equals(other + "s");
        int edits = isMisspelt ? edits(word, other, limit) : MAX_EDITS + 1;
        return edits <= limit ? edits : MAX_EDITS + 1;
    }

    /**
     * Returns whether a name begins like a word, ignoring case, and is not too long to be suggested. This is quick, and
     * leaves few names to look at.
     */
    private static boolean isSameFirst(PortAssignment row, String word) {
        String name = row.serviceName();
        return !name.isEmpty()
                && name.length() <= MAX_LENGTH
                && !word.isEmpty()
                && Character.toLowerCase(name.charAt(0)) == Character.toLowerCase(word.charAt(0));
    }

    private boolean isSuggested(PortAssignment row) {
        return row.ports() != null
                && isShown(row.serviceName())
                && transports.stream().anyMatch(row::appliesTo)
                && !rows.isShadowed(row);
    }

    private static boolean isShown(String name) {
        return SpecTokens.isName(name)
                && name.length() <= MAX_LENGTH
                && TransportProtocol.find(name.substring(name.lastIndexOf('/') + 1))
                        .isEmpty();
    }

    private List<String> few(Predicate<PortAssignment> condition) {
        Stream<PortAssignment> services = rows.all().stream().filter(condition).filter(this::isSuggested);
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

    private static int count(String words) {
        return words.isEmpty() ? 0 : words.split("[^\\p{L}\\p{N}]+").length;
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
