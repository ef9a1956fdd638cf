package example.firewall;

import static java.util.stream.Collectors.joining;

import io.github.portregistry.IanaCsvParser;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortRegistryParseException;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortSpecException;
import io.github.portregistry.PortsByTransport;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A firewall policy: what may come in. Its file has one statement a line:
 *
 * <pre>
 * # Comments run to the end of the line.
 * services site.csv                        # services of our own, in the layout of IANA's file; known from here on
 * allow tcp ssh, https, 6000-6063          # over this transport
 * allow domain, billing, 10123/tcp         # over every transport that a name is registered for, or that is given
 * </pre>
 *
 * @param registry IANA's services, and beside them our own
 * @param allowed ports that may be reached from outside
 */
record Policy(PortRegistry registry, PortsByTransport allowed) {

    // A # within a word begins none; with DOTALL, U+2028 and its like end none.
    private static final Pattern COMMENT = Pattern.compile("(?<!\\S)#.*", Pattern.DOTALL);
    private static final Pattern OVER_ONE_TRANSPORT =
            Pattern.compile("(tcp|udp|sctp|dccp)(?!\\S)\\s*(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Reads a policy; a file that it names is looked for beside it. */
    static Policy read(Path file, PortRegistry official) throws IOException, PolicyException {
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
            } catch (IllegalArgumentException | PortRegistryParseException | IOException e) {
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
            // A name or a port that IANA has given to someone else is refused.
            case "services" ->
                new Policy(registry.withOverlay(IanaCsvParser.strict().parse(file.resolveSibling(argument))), allowed);
            default -> throw new IllegalArgumentException("\"" + words[0] + "\" is neither allow nor services");
        };
    }

    private PortsByTransport resolve(String argument) {
        Matcher matcher = OVER_ONE_TRANSPORT.matcher(argument);
        if (!matcher.matches()) {
            return registry.resolve(argument);
        }
        TransportProtocol transport = TransportProtocol.parse(matcher.group(1));
        return PortsByTransport.of(Map.of(transport, registry.resolve(matcher.group(2), transport)));
    }

    /**
     * Returns what a rule's comment says of its ports, fit to stand between double quotes: a label is the registry's
     * text, in which anything may stand, and targets have no common way to escape a quote.
     */
    String comment(PortSet ports, TransportProtocol transport, int limit) {
        String comment = ports.intervals().stream()
                .map(interval -> IntStream.of(interval.first(), interval.last())
                        .distinct()
                        .mapToObj(port -> registry.names().label(port, transport))
                        .collect(joining(" to ")))
                .collect(joining("; "))
                .replaceAll("[^ -~]|[\"\\\\]", "?");
        return comment.length() <= limit ? comment : comment.substring(0, limit - 3) + "...";
    }
}
