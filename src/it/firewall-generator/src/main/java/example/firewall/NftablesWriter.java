package example.firewall;

import static java.util.stream.Collectors.joining;

import io.github.portregistry.PortSet;
import io.github.portregistry.TransportProtocol;

/** Writes a policy as a ruleset for {@code nft -f}, which replaces the table of the last run in one step. */
final class NftablesWriter {

    private static final int COMMENT_LIMIT = 128;

    private NftablesWriter() {}

    static String write(Policy policy) {
        StringBuilder sets = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        policy.allowed().asMap().forEach((transport, ports) -> {
            sets.append(set(policy, transport, ports));
            rules.append("        %1$s dport @allowed_%1$s accept\n".formatted(transport.keyword()));
        });
        return """
                # Declared before it is deleted, in case it does not exist yet.
                table inet firewall
                delete table inet firewall

                table inet firewall {
                %s    chain input {
                        type filter hook input priority filter; policy drop;
                        ct state established,related accept
                        ct state invalid drop
                        iif lo accept
                        meta l4proto { icmp, ipv6-icmp } accept
                %s    }
                }
                """.formatted(sets, rules);
    }

    /** The elements of a set may not overlap, and the intervals of a PortSet never do. */
    private static String set(Policy policy, TransportProtocol transport, PortSet ports) {
        String elements = ports.intervals().stream()
                .map(interval -> "            %s comment \"%s\""
                        .formatted(interval, policy.comment(PortSet.of(interval), transport, COMMENT_LIMIT)))
                .collect(joining(",\n"));
        return """
                    set allowed_%s {
                        type inet_service
                        flags interval
                        elements = {
                %s
                        }
                    }

                """.formatted(transport.keyword(), elements);
    }
}
