package io.github.portregistry.cli;

import java.util.ArrayList;
import java.util.List;

/** The words of a rule without its comments and what is in quotes, which may say anything. A brace is a word. */
final class RuleWords {

    private final List<String> words = new ArrayList<>();

    RuleWords(String line) {
        int start = 0;
        boolean isQuoted = false;
        boolean isComment = false;
        for (int i = 0; i <= line.length(); i++) {
            char c = i == line.length() ? ' ' : line.charAt(i);
            boolean isBrace = c == '{' || c == '}';
            if (c > ' ' && c != '"' && !isBrace) {
                continue;
            }
            String word = isQuoted ? "" : line.substring(start, i);
            isComment |= word.equals("/*");
            if (word.equals("#")) {
                return;
            }
            if (!word.isEmpty() && !isComment) {
                words.add(word);
            }
            if (isBrace && !isQuoted && !isComment) {
                words.add(String.valueOf(c));
            }
            isComment &= !word.equals("*/");
            isQuoted ^= c == '"';
            start = i + 1;
        }
    }

    int count() {
        return words.size();
    }

    /** Returns a word, empty if there is none at the index. */
    String get(int index) {
        return index >= 0 && index < words.size() ? words.get(index) : "";
    }
}
