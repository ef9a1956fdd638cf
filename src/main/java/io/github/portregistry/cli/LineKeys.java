package io.github.portregistry.cli;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by its key whether the value of a field is a port or a protocol: by the last word of the key. */
final class LineKeys {

    private static final int MAX_LENGTH = 64;

    /** What a key has before {@code port} if both are one word, as in {@code srcport}. */
    private static final Set<String> SIDES =
            Set.of(",s,d,l,r,src,dst,source,dest,destination,local,remote,host,client,server,listen,to".split(",", -1));

    private static final Set<String> PROTOCOLS = Set.of("proto", "protocol", "transport");

    /** Parameters of language models, and no ports such as {@code id.resp_p}. */
    private static final List<String> PARAMETERS = List.of("top_p", "min_p", "typical_p");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]+");

    private LineKeys() {}

    /** Returns whether a text before an equals sign can be a key. */
    static boolean isKey(String text) {
        return text.length() <= MAX_LENGTH && KEY.matcher(text).matches();
    }

    /** Returns whether a key is that of a port: {@code dest_port}, {@code HostPort}, {@code DPT}; not {@code report}. */
    static boolean isPort(String key) {
        if (key.length() > MAX_LENGTH) {
            return false;
        }
        String word = lastWord(key);
        return key.endsWith("Port")
                || (word.endsWith("port") && SIDES.contains(word.substring(0, word.length() - "port".length())))
                || word.equals("spt")
                || word.equals("dpt")
                || (key.endsWith("_p") && PARAMETERS.stream().noneMatch(key::endsWith));
    }

    /** Returns whether a key is that of a protocol: {@code proto}, {@code network.transport}. */
    static boolean isProtocol(String key) {
        return key.length() <= MAX_LENGTH && (PROTOCOLS.contains(lastWord(key)) || key.endsWith("Protocol"));
    }

    /** Returns the last word of a key in small letters: {@code addr} of {@code remote_addr} or {@code remoteAddr}. */
    static String lastWord(String key) {
        int start = key.length();
        while (start > 0 && key.length() - start < MAX_LENGTH && Character.isLetter(key.charAt(start - 1))) {
            start--;
            if (Character.isUpperCase(key.charAt(start)) && start > 0 && Character.isLowerCase(key.charAt(start - 1))) {
                break;
            }
        }
        return key.substring(start).toLowerCase(Locale.ROOT);
    }
}
