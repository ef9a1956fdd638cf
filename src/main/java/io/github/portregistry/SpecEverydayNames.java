package io.github.portregistry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everyday names of services, and the names under which IANA lists these services, if it does. */
final class SpecEverydayNames {

    /** Names from the registry of protocol numbers that people write along with ports. */
    private static final Set<String> IP_PROTOCOLS =
            Set.of("ah", "egp", "esp", "gre", "icmp", "icmpv6", "igmp", "ipip", "ipv6icmp", "ospf", "pim", "vrrp");

    /**
     * On each line, IANA's names and, after the colon, the everyday names, which IANA does not have or has without a
     * port. An everyday name with a transport is meant over that one alone.
     */
    static final Map<String, List<String>> REGISTERED = registered("""
            afpovertcp: afp
            altserviceboot: proxy-dhcp
            amanda: amanda-client
            amqp: rabbitmq
            aol: aim icq
            apcupsd: apcupsdnis apc-ups
            asf-rmcp: ipmi
            auth: authentication
            bacula-dir: bareos-director
            bacula-fd: bacula-client bareos-filedaemon
            bacula-sd: bareos-storage
            bb: xymon
            bfd-control: bfd
            bootpc: dhcp-client
            bootps: dhcp dhcpd dhcprelay
            chargen: ttytst source
            cisco-sccp: skinny sccp
            cvspserver: cvs
            dhcpv6-client dhcpv6-server: dhcp6
            discard: null sink
            domain: dns bind named dnsmasq unbound
            domain-s: dns-over-tls dot
            epmap: msrpc ms-rpc-epmap microsoft-rpc dce-rpc loc-srv
            etcd-client etcd-server: etcd
            etcd-server: etcd-peer
            exec: rexec
            font-service: xfs
            gtp-control: gtp-c
            gtp-user: gtp-u
            h323hostcall: h323 netmeeting
            http: web httpd apache lighttpd
            http https: nginx
            http-alt: http-8080 http-proxy tomcat webcache
            https: http2 www-ssl
            ibm-db2: db2
            ica: citrix citrix-ica winframe
            imap: imap2
            imaps: imap-ssl
            ipp: cups ipp-client
            ipsec-nat-t: ipsec nat-t nat-traversal ike-nat ike-nat-t ike-nat-traversal
            ircs-u: ircs
            ircu: ircd
            isakmp: ike ipsec-ike
            iso-tsap: tsap
            kerberos: krb5 kerberos-sec kdc krb5kdc kerberos-kdc
            kerberos-adm: kadmin kadmind kerberos-admin
            kerberos-iv: kerberos4
            kpasswd: kerberos-password
            kshell: ksh
            ldap: openldap slapd
            ldaps: ldap-ssl ldap-tls
            login: rlogin
            lotusnote: lotus-notes domino
            macromedia-fcs: rtmp
            mdns: avahi bonjour zeroconf
            memcache: memcached
            mgcp-callagent: mgcp-ca
            mgcp-gateway: mgcp mgcp-ua
            microsoft-ds: smb samba ms-ds ms-445
            mongodb: mongo mongod
            mountd: mount rpc-mountd
            ms-sql-m: mssql/udp sqlserver/udp ms-sql-server/udp mssql-monitor mssql-browser sql-browser sql-monitor
            ms-sql-s: mssql sqlserver ms-sql-server
            ms-streaming: mms
            ms-wbt-server: rdp winterm ms-rdp mstsc remote-desktop remote-desktop-protocol
            ms-wbt-server: terminal-services
            mqtt: mosquitto
            msft-gc: ldap-gc global-catalog
            msnp: msn
            munin: munin-node
            mysql: mariadb
            netbios-dgm: ms-138 nbdatagram nbdgm nbds
            netbios-ns: ms-137 nbname nbns
            netbios-ssn: ms-139 nbsession nbss
            netconf-ssh: netconf
            nfs: nfsd
            nicname: whois
            nntp: usenet readnews untp
            nrpe: nagios-nrpe
            ntp: ntpd ntpdate chrony
            nut: upsd
            pcanywheredata pcanywherestat: pcanywhere
            pcanywherestat: pcanywhere-status
            pdl-datastream: jetdirect hp-jetdirect appsocket
            pop3s: pop-ssl pop3-ssl
            postgresql: postgres pgsql psql
            printer: lpd lpr
            puppet: puppetmaster
            qotd: quote
            radius: radius-auth freeradius
            radius-acct: radacct
            rfb: vnc vnc-server vnc-0
            router: rip routed
            secure-mqtt: mqtts mqtt-tls
            shell: rsh rshell rcmd cmd
            sieve: managesieve
            sips: sip-tls
            smtp: mail postfix sendmail
            snmptrap: snmp-trap snmp-traps
            ssdp: upnp upnp-client
            ssh: sshd openssh
            submission: smtp-submission msa esmtp
            submissions: smtps ssmtp smtp-ssl
            sane-port: sane saned
            sunrpc: rpc portmapper portmap rpcbind rpc-bind onc-rpc
            svn: svnserve
            syslog: rsyslog syslog-ng
            swarm: docker-swarm
            systat: users
            tacacs: tacacs-plus tacacsplus
            time: timserver rdate
            turn: coturn
            ws-discovery: ws-discovery-client wsd
            wsman: winrm-http
            wsmans: winrm-https
            x11: x-windows
            xmpp-client: xmpp jabber jabber-client xmpp-c2s
            xmpp-server: jabber-server jabberd xmpp-s2s
            z39-50: wais z3950
            zabbix-agent: zabbix
            zabbix-trapper: zabbix-server zabbix-proxy
            : anydesk cassandra collectd elasticsearch glusterfs grafana graphite http3 influxdb jenkins kafka kibana
            : kubelet logstash minecraft minio nats netflow prometheus quic sqlnet squid statsd syncthing teamspeak
            : teamviewer tns transmission webmin wireguard zookeeper
            """);

    private SpecEverydayNames() {}

    private static Map<String, List<String>> registered(String table) {
        Map<String, List<String>> registered = new HashMap<>();
        for (String line : table.lines().toList()) {
            int colon = line.indexOf(':');
            List<String> names =
                    colon == 0 ? List.of() : List.of(line.substring(0, colon).split(" ", -1));
            for (String everyday : line.substring(colon + 2).split(" ", -1)) {
                registered.put(letters(everyday), names);
            }
        }
        return registered;
    }

    /** Returns a name in lower case without hyphens and other punctuation, which people add, leave out or replace. */
    static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (char c : ServiceNames.folded(name).toCharArray()) {
            boolean isPunctuation = c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
            if (!isPunctuation) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /** Returns whether a name is that of an IP protocol without ports. */
    static boolean isIpProtocol(String name) {
        return IP_PROTOCOLS.contains(letters(name));
    }

    /** Returns whether a name is, letter by letter, an everyday name of a service that IANA does not list. */
    static boolean isUnlisted(String name) {
        List<String> names = REGISTERED.get(ServiceNames.folded(name));
        return names != null && names.isEmpty();
    }

    /** Returns IANA's names for an everyday name over some transports, best first; empty if it is not one. */
    static List<String> registered(String name, Set<TransportProtocol> transports) {
        String letters = letters(name);
        List<String> names = REGISTERED.getOrDefault(letters, List.of());
        return transports.size() > 1
                ? names
                : REGISTERED.getOrDefault(letters + transports.iterator().next().keyword(), names);
    }
}
