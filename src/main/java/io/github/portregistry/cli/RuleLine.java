package io.github.portregistry.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Reads a rule as iptables or nft prints it: the ports that it matches, and those that it changes them to. */
final class RuleLine {

    /** What a rule with ports has one of. */
    private static final List<String> MARKS = List.of("port ", "ports ", "pt:", "pts:");

    private static final Set<String> WITH_TEXT = Set.of("--comment", "--log-prefix", "--nflog-prefix");

    /** What comes before the ports of a match, in words of their own. */
    private static final Set<String> BEFORE_PORTS = Set.of(
            "--dport",
            "--sport",
            "--dports",
            "--sports",
            "--ports",
            "--destination-port",
            "--source-port",
            "--destination-ports",
            "--source-ports",
            "--to-ports",
            "--to-port",
            "dports",
            "sports",
            "dport",
            "sport");

    /** What begins the word of a match, as in {@code dpts:6000:6063}. */
    private static final Set<String> PREFIXES = Set.of("dpt", "spt", "dpts", "spts");

    private static final Set<String> BEFORE_TARGET = Set.of("to", "--to-destination", "--to-source");

    private final RuleWords words;
    private final LinePorts found;
    private final Set<LineProtocol> protocols = EnumSet.noneOf(LineProtocol.class);
    private LineProtocol protocol = LineProtocol.UNKNOWN;

    private RuleLine(RuleWords words, LinePorts found) {
        this.words = words;
        this.found = found;
    }

    /** Adds the ports of a rule, or returns false if the line has no match of ports. */
    static boolean read(String line, LinePorts found) {
        if (MARKS.stream().noneMatch(line::contains)) {
            return false;
        }
        RuleLine rule = new RuleLine(new RuleWords(line), found);
        boolean isRule = false;
        for (int i = 0; i < rule.words.count() && !isRule; i++) {
            isRule = rule.isMatch(i) || PREFIXES.contains(rule.prefix(i));
        }
        if (isRule) {
            rule.scan();
        }
        return isRule;
    }

    private boolean isMatch(int index) {
        String before = words.get(index - 1);
        return BEFORE_PORTS.contains(words.get(index))
                || (words.get(index).equals("ports") && (before.equals("multiport") || before.equals("redir")));
    }

    private String prefix(int index) {
        return words.get(index).substring(0, Math.max(words.get(index).indexOf(':'), 0));
    }

    private void scan() {
        for (int i = 0; i < words.count(); i++) {
            String word = words.get(i);
            String prefix = prefix(i);
            if (WITH_TEXT.contains(word)) {
                i++;
            } else if (isMatch(i)) {
                boolean isAny = words.get(i - 1).equals("th") && protocols.size() > 1;
                i = addSet(words.get(i + 1).endsWith("=") ? i + 2 : i + 1, isAny ? LineProtocol.UNKNOWN : protocol);
            } else if (PREFIXES.contains(prefix)) {
                addList(word.substring(prefix.length() + 1), protocol);
            } else if (prefix.equals("to")) {
                addTarget(word.substring("to:".length()));
            } else if (BEFORE_TARGET.contains(word)) {
                addTarget(words.get(++i));
            } else {
                LineProtocol named = word.equals("--")
                        ? LineProtocol.ofValue(words.get(i - 1))
                        : words.get(i - 1).equals("-p")
                                ? LineProtocol.ofValue(word)
                                : LineProtocol.of(word.replace(",", ""));
                if (named != LineProtocol.UNKNOWN) {
                    protocol = named;
                    protocols.add(named);
                }
            }
        }
    }

    /** Adds ports, an interval or a set from a word on, and returns the index of its last word. */
    private int addSet(int first, LineProtocol named) {
        int open = words.get(first).equals("vmap") ? first + 1 : first;
        if (!words.get(open).equals("{")) {
            addList(words.get(first), named);
            return first;
        }
        StringBuilder set = new StringBuilder();
        int close = open + 1;
        while (close < words.count()
                && !words.get(close).equals("}")
                && !words.get(close).equals("{")) {
            set.append(words.get(close++));
        }
        addList(set.toString().replaceAll(":[a-z][^,]*", ""), named); // the verdicts of a map are no ports
        return close - 1;
    }

    /** Adds the ports of a match, also of one that all others match. */
    private void addList(String list, LineProtocol named) {
        found.addList(list.startsWith("!") ? list.substring(1) : list, named);
    }

    private void addTarget(String target) {
        int colon = target.lastIndexOf(':');
        if (colon == 0 || LineAddress.end(target) > 0) {
            found.add(target.substring(colon + 1), protocol, target.substring(0, colon));
        }
    }
}
