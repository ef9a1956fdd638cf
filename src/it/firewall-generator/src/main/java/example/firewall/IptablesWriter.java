package example.firewall;

import io.github.portregistry.PortSet;
import io.github.portregistry.TransportProtocol;

/** Writes a policy for {@code iptables-restore} and, in the same words, {@code ip6tables-restore}. */
final class IptablesWriter {

    /** The multiport match takes fifteen ports, and an interval counts as two. */
    private static final int UNITS = 15;

    private static final int COMMENT_LIMIT = 255;

    private IptablesWriter() {}

    static String write(Policy policy) {
        StringBuilder rules = new StringBuilder();
        policy.allowed().asMap().forEach((transport, ports) -> {
            for (PortSet group : ports.split(UNITS, interval -> interval.size() == 1 ? 1 : 2)) {
                rules.append(rule(policy, transport, group)).append('\n');
            }
        });
        return """
                *filter
                :INPUT DROP [0:0]
                -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
                -A INPUT -m conntrack --ctstate INVALID -j DROP
                -A INPUT -i lo -j ACCEPT
                -A INPUT -p icmp -j ACCEPT
                -A INPUT -p ipv6-icmp -j ACCEPT
                %sCOMMIT
                """.formatted(rules);
    }

    private static String rule(Policy policy, TransportProtocol transport, PortSet ports) {
        String intervals = ports.toString().replace('-', ':');
        return "-A INPUT -p %s -m multiport --dports %s -m comment --comment \"%s\" -j ACCEPT"
                .formatted(transport.keyword(), intervals, policy.comment(ports, transport, COMMENT_LIMIT));
    }
}
