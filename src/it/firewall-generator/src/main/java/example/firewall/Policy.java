package example.firewall;

import static java.util.stream.Collectors.joining;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortSpecException;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firewall policy: what may come in. Its file has one statement a line:
 *
 * <pre>
 * # Comments run to the end of the line.
 * services site.csv                        # our own services, in the layout of IANA's file; known from here on
 * define WEB http/tcp, https/tcp           # a name for a set of ports; known from here on
 * definitions own.svc                      # more of them, in capirca's format
 * allow tcp ssh, 6000-6063                 # over this transport and no other
 * allow WEB, domain/udp, billing           # each token with its transport, unless it is registered for one alone
 * </pre>
 *
 * @param registry IANA's services, and beside them our own services and definitions
 * @param allowed ports that may be reached from outside
 */
public record Policy(PortRegistry registry, PortsByTransport allowed) {

    // A # within a word begins none; with DOTALL, U+2028 and its like end none.
    private static final Pattern COMMENT = Pattern.compile("(?<!\\S)#.*", Pattern.DOTALL);
    private static final Pattern OVER_ONE_TRANSPORT =
            Pattern.compile("(tcp|udp|sctp|dccp)(?!\\S)\\s*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads a policy; a file that it names is looked for beside it. */
    public static Policy read(Path file, PortRegistry official) throws IOException, PolicyException {
        Policy policy = new Policy(official, PortsByTransport.empty());
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            String statement = COMMENT.matcher(line).replaceFirst("").strip();
            try {
                policy = policy.with(statement, file);
            } catch (PortSpecException e) {
                int start = statement.length() - e.text().length(); // a specification ends its statement
                throw new PolicyException(number, statement, start + e.index(), e);
            } catch (IllegalArgumentException | IOException e) {
                throw new PolicyException(number, statement, 0, e);
            }
        }
        return policy;
    }

    private Policy with(String statement, Path file) throws IOException {
        String[] words = statement.split("\\s+", 2);
        String argument = words.length == 2 ? words[1] : "";
        return switch (words[0]) {
            case "" -> this;
            case "allow" -> new Policy(registry, allowed.union(resolve(argument)));
            case "define" -> define(argument);
            // A name or a port that IANA has given to someone else is refused.
            case "services" -> new Policy(registry.withOverlay(file.resolveSibling(argument)), allowed);
            case "definitions" -> new Policy(SvcFile.define(file.resolveSibling(argument), registry), allowed);
            default ->
                throw new IllegalArgumentException(
                        Texts.quoted(words[0]) + " is not a statement: allow, define, definitions and services are");
        };
    }

    private Policy define(String argument) {
        String[] words = argument.split("\\s+", 2);
        return new Policy(registry.withDefinition(words[0], words.length == 2 ? words[1] : ""), allowed);
    }

    private PortsByTransport resolve(String argument) {
        Matcher matcher = OVER_ONE_TRANSPORT.matcher(argument);
        if (!matcher.matches()) {
            return registry.resolve(argument);
        }
        TransportProtocol transport = TransportProtocol.parse(matcher.group(1));
        return PortsByTransport.of(transport, registry.resolve(matcher.group(2), transport));
    }

    /**
     * Returns what a rule's comment says of its ports, fit to stand between double quotes: a label is the registry's
     * text, in which anything may stand, and targets have no common way to escape a quote.
     */
    String comment(PortSet ports, TransportProtocol transport, int limit) {
        String comment = ports.intervals().stream()
                .map(interval -> registry.names().label(interval, transport))
                .collect(joining("; "))
                .replaceAll("[^ -~]|[\"\\\\]", "?");
        return comment.length() <= limit ? comment : comment.substring(0, limit - 3) + "...";
    }
}
