package io.github.portregistry;

import java.util.List;
import java.util.Set;

/** Everyday names of services, and the names under which IANA lists these services, if it does. */
final class SpecEverydayNames {

    /** Names from the registry of protocol numbers that people write along with ports. */
    private static final Set<String> IP_PROTOCOLS =
            Set.of("ah", "egp", "esp", "gre", "icmp", "icmpv6", "igmp", "ipip", "ipv6-icmp", "ospf", "pim", "vrrp");

    private SpecEverydayNames() {}

    /** Returns whether a name is that of an IP protocol without ports. */
    static boolean isIpProtocol(String name) {
        return IP_PROTOCOLS.contains(ServiceNames.folded(name));
    }

    /**
     * Returns IANA's names for an everyday name, best first. Case is ignored, and hyphens and underscores are equal.
     */
    static List<String> registered(String name) {
        return switch (ServiceNames.folded(name).replace('_', '-')) {
            case "bfd" -> List.of("bfd-control");
            case "cups" -> List.of("ipp");
            case "dhcp", "dhcpd" -> List.of("bootps");
            case "dhcp-client" -> List.of("bootpc");
            case "dns" -> List.of("domain");
            case "etcd" -> List.of("etcd-client", "etcd-server");
            case "h323" -> List.of("h323hostcall");
            case "ike" -> List.of("isakmp");
            case "imap2" -> List.of("imap");
            case "ipsec", "nat-t" -> List.of("ipsec-nat-t");
            case "ircs" -> List.of("ircs-u");
            case "kadmin" -> List.of("kerberos-adm");
            case "ldap-ssl" -> List.of("ldaps");
            case "lpd" -> List.of("printer");
            case "memcached" -> List.of("memcache");
            case "mgcp" -> List.of("mgcp-gateway");
            case "mongo" -> List.of("mongodb");
            case "mqtts" -> List.of("secure-mqtt");
            case "msrpc" -> List.of("epmap");
            case "mssql" -> List.of("ms-sql-s");
            case "netconf" -> List.of("netconf-ssh");
            case "nfsd" -> List.of("nfs");
            case "postgres" -> List.of("postgresql");
            case "rabbitmq" -> List.of("amqp");
            case "rdp" -> List.of("ms-wbt-server");
            case "rexec" -> List.of("exec");
            case "rlogin" -> List.of("login");
            case "rpc", "portmapper" -> List.of("sunrpc");
            case "rsh" -> List.of("shell");
            case "rsyslog" -> List.of("syslog");
            case "sane" -> List.of("sane-port");
            case "skinny" -> List.of("cisco-sccp");
            case "smb", "samba" -> List.of("microsoft-ds");
            case "smtps", "ssmtp" -> List.of("submissions");
            case "snmp-trap" -> List.of("snmptrap");
            case "tacacs-plus" -> List.of("tacacs");
            case "upnp" -> List.of("ssdp");
            case "vnc" -> List.of("rfb");
            case "web" -> List.of("http");
            case "whois" -> List.of("nicname");
            case "xmpp", "jabber" -> List.of("xmpp-client");
            case "zabbix" -> List.of("zabbix-agent");
            default -> List.of();
        };
    }
}
