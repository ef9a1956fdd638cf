package io.github.portregistry;

import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.portregistry.PortNotations.Hint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a token that is refused, and what is suggested instead of it. */
class SpecHintsTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();
    private static final Set<TransportProtocol> ANY = EnumSet.allOf(TransportProtocol.class);
    private static final RegistryRows ROWS = Rows.indexed(REGISTRY.assignments());

    @Nested
    class EverydayNames {

        /** None of these is answered with a name that is only spelled alike: {@code ssmtp} is not {@code smtp}. */
        private static final String PAIRS = """
                whois nicname, mongo mongodb, dns domain, etcd etcd-client|etcd-server, dhcp bootps, dhcpd bootps,
                memcached memcache, dhcp-client bootpc, postgres postgresql, web http, mssql ms-sql-s, rpc sunrpc,
                portmapper sunrpc, rdp ms-wbt-server, msrpc epmap, vnc rfb, imap2 imap, smb microsoft-ds,
                samba microsoft-ds, snmp-trap snmptrap, xmpp xmpp-client, jabber xmpp-client, smtps submissions,
                ssmtp submissions, mqtts secure-mqtt, ike isakmp, ircs ircs-u, ipsec ipsec-nat-t, nat-t ipsec-nat-t,
                rabbitmq amqp, rexec exec, rlogin login, rsh shell, upnp ssdp, lpd printer, netconf netconf-ssh,
                ldap-ssl ldaps, bfd bfd-control, cups ipp, h323 h323hostcall, kadmin kerberos-adm, mgcp mgcp-gateway,
                nfsd nfs, skinny cisco-sccp, tacacs-plus tacacs, sane sane-port, zabbix zabbix-agent, rsyslog syslog,
                portmap sunrpc, rpcbind sunrpc, rpc-bind sunrpc, krb5 kerberos, kerberos-sec kerberos,
                kerberos4 kerberos-iv, microsoft-rpc epmap, loc-srv epmap, mail smtp, smtp-submission submission,
                msa submission, esmtp submission, smtp-ssl submissions, pop-ssl pop3s, pop3-ssl pop3s,
                imap-ssl imaps, ldap-tls ldaps, sip-tls sips, mqtt-tls secure-mqtt, dns-over-tls domain-s,
                dot domain-s, bind domain, named domain, ntpd ntp, httpd http, sshd ssh, openssh ssh,
                jabber-client xmpp-client, jabber-server xmpp-server, jabberd xmpp-server, radacct radius-acct,
                authentication auth, null discard, sink discard, ttytst chargen, source chargen, timserver time,
                rdate time, amanda-client amanda, xfs font-service, saned sane-port, bacula-client bacula-fd,
                bareos-filedaemon bacula-fd, bareos-director bacula-dir, bareos-storage bacula-sd, ipp-client ipp,
                jetdirect pdl-datastream, lpr printer, puppetmaster puppet, zabbix-server zabbix-trapper,
                cvs cvspserver, svnserve svn, ipmi asf-rmcp, apcupsdnis apcupsd, dhcprelay bootps, citrix ica,
                citrix-ica ica, tacacsplus tacacs, ksh kshell, vnc-server rfb, vnc-0 rfb, rtmp macromedia-fcs,
                mms ms-streaming, aim aol, icq aol, ms-ds microsoft-ds, ms-139 netbios-ssn, mssql-monitor ms-sql-m,
                winterm ms-wbt-server, xymon bb, mariadb mysql, mosquitto mqtt
                """;

        static Stream<Arguments> pairs() {
            return Stream.of(PAIRS.split(","))
                    .map(pair -> pair.strip().split(" "))
                    .map(Arguments::of);
        }

        @ParameterizedTest
        @MethodSource("pairs")
        void areToldByTheNamesThatIanaHas(String everyday, String registered) {
            List<String> names = List.of(registered.split("\\|"));
            for (String spelling : List.of(everyday, everyday.toUpperCase(Locale.ROOT), everyday.replace('-', '_'))) {
                Hint hint = registeredAs(spelling, names);
                assertThat(unknown(ROWS, spelling)).isEqualTo(hint);
                assertThat(withoutPort(ROWS, spelling)).isEqualTo(hint);
            }
            assertThat(SpecHints.registeredAs(ROWS, everyday)).isEqualTo(names);
        }

        @ParameterizedTest
        @MethodSource("pairs")
        void areToldOnlyForTheTransportsOfTheirTargets(String everyday, String registered) {
            for (TransportProtocol transport : ANY) {
                String token = everyday + "/" + transport.keyword();
                List<String> expected = everyday.equals("mssql") && transport == UDP
                        ? List.of("ms-sql-m")
                        : Stream.of(registered.split("\\|"))
                                .filter(name -> hasPorts(REGISTRY, name + "/" + transport.keyword()))
                                .toList();
                Hint hint = expected.isEmpty()
                        ? new Hint(
                                registeredAs(everyday, List.of(registered.split("\\|")))
                                                .text() + ", but for another transport",
                                List.of())
                        : registeredAs(everyday, expected);
                assertThat(unknown(ROWS, token)).isEqualTo(hint);
            }
        }

        @Test
        void haveTargetsThatHaveAPortInTheBundledEdition() {
            assertThat(SpecEverydayNames.REGISTERED).hasSizeGreaterThan(200);
            SpecEverydayNames.REGISTERED.forEach((everyday, registered) -> {
                assertThat(registered).as(everyday).allMatch(name -> hasPorts(REGISTRY, name));
                assertThat(hasPorts(REGISTRY, everyday)).as(everyday).isEqualTo(everyday.equals("snmptrap"));
            });
        }

        @Test
        void areToldOnlyIfTheRegistryHasTheTargetWithAPort() {
            PortAssignment client = PortAssignment.of("etcd-client", PortInterval.of(2379), TCP, "");
            PortAssignment server = PortAssignment.of("etcd-server", null, TCP, "");
            assertThat(unknown(rows(client, server), "etcd")).isEqualTo(registeredAs("etcd", List.of("etcd-client")));
            assertThat(unknown(rows(server), "etcd")).isEqualTo(Hint.NONE);
            assertThat(SpecHints.registeredAs(rows(client, server), "ETCD")).containsExactly("etcd-client");
            assertThat(SpecHints.registeredAs(rows(server), "etcd")).isEmpty();
        }

        @Test
        void areNoneOfWhatIsNot() {
            for (String name : List.of(
                    "ssh", "http", "kafka", "gre", "nosuchservice", "", "80", "d\u00adns", "dns ", "\u0130ke")) {
                assertThat(SpecHints.registeredAs(ROWS, name)).as(name).isEmpty();
            }
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "kafka",
                    "elasticsearch",
                    "prometheus",
                    "grafana",
                    "minio",
                    "nats",
                    "zookeeper",
                    "wireguard",
                    "Kafka",
                    "nats/tcp",
                    "NATS-server",
                    "quic/udp",
                    "transmission"
                })
        void areToldByTheirPortIfIanaHasNone(String name) {
            assertThat(unknown(ROWS, name)).isEqualTo(new Hint("; IANA has none; use the port's number", List.of()));
        }

        @Test
        void areToldByYourOwnNamesIfIanaHasNone() {
            RegistryRows own = ROWS.with(List.of(PortAssignment.of("kafka-broker", PortInterval.of(9092), TCP, "")));
            assertThat(unknown(own, "kafka").suggestions()).containsExactly("kafka-broker");
        }

        @ParameterizedTest
        @CsvSource({
            "esmtp, smtp",
            "winterm, winrm",
            "eklogin, klogin",
            "transmission, mcidas",
            "quic, epp",
            "quic/udp, epp",
            "asterisk, iax",
            "nginx, easyengine",
            "mailhog, mailbox",
            "nats, nas",
            "nats, ats",
            "mssql/udp, ms-sql-s"
        })
        void areNeverToldByAnotherServicesName(String everyday, String other) {
            Hint hint = unknown(ROWS, everyday);
            assertThat(hint.suggestions()).doesNotContain(other);
            assertThat(hint.text()).doesNotContainPattern("\\b" + other + "\\b(?!-)");
            assertThat(withoutPort(ROWS, everyday).suggestions()).doesNotContain(other);
        }

        private static Hint registeredAs(String everyday, List<String> names) {
            return new Hint(
                    "; what is commonly called " + everyday + " is registered as " + String.join(" or ", names), names);
        }
    }

    @Nested
    class NamesWithTheSameLetters {

        @ParameterizedTest
        @CsvSource({
            "microsoftds, microsoft-ds",
            "NETBIOS_NS, netbios-ns",
            "http.alt/tcp, http-alt",
            "pop-3, pop3",
            "sun-rpc, sunrpc",
            "tacacs+, tacacs",
            "sql.net, 'sql-net, sql*net'"
        })
        void areSuggested(String word, String name) {
            Hint hint = new Hint("; the nearest names are " + name, List.of(name.split(", ")));
            assertThat(unknown(ROWS, word)).isEqualTo(hint);
            if (word.indexOf('/') < 0) {
                assertThat(withoutPort(ROWS, word)).isEqualTo(hint);
            }
        }
    }

    @Nested
    class NamesOfVariants {

        @ParameterizedTest
        @CsvSource({
            "mysqld, mysql",
            "NTP-server, ntp",
            "redis_server, redis",
            "git-daemon, git",
            "turnserver, turn",
            "nfs4, nfs",
            "snmpv3, snmp",
            "imap-tls, imaps",
            "docker-tls, docker-s",
            "syslog-ssl, syslog-tls",
            "imapssl/tcp, imaps",
            "irc-ssl, ircs-u",
            "cupsd, ipp",
            "dhcp-server/udp, bootps",
            "smtp-tls, submissions"
        })
        void areThoseOfTheProtocol(String word, String name) {
            assertThat(unknown(ROWS, word).suggestions()).containsExactly(name);
        }

        /** What is encrypted is not what is not, and a number behind a hyphen may be that of a port or a display. */
        @ParameterizedTest
        @ValueSource(strings = {"pop2-tls", "finger-ssl", "whois-tls", "x11-7", "snmp-2", "vnc-3", "ssh-1"})
        void areNoneIfTheyMayMeanAnotherPort(String word) {
            assertThat(unknown(ROWS, word).suggestions()).isEmpty();
        }
    }

    @Nested
    class IpProtocols {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ah",
                    "egp",
                    "esp",
                    "gre",
                    "icmp",
                    "icmpv6",
                    "ipv6-icmp",
                    "igmp",
                    "ipip",
                    "ospf",
                    "pim",
                    "vrrp",
                    "GRE"
                })
        void areSaidToHaveNoPorts(String name) {
            Hint hint = new Hint("; " + name + " is an IP protocol, which has no ports", List.of());
            assertThat(unknown(ROWS, name)).isEqualTo(hint);
            assertThat(unknown(ROWS, name + "/tcp")).isEqualTo(hint);
            assertThat(withoutPort(ROWS, name)).isEqualTo(hint);
        }
    }

    @Nested
    class NamesThatBeginWithTheWord {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                bacula   | bacula-dir, bacula-fd, bacula-sd
                netbios  | netbios-ns, netbios-dgm, netbios-ssn
                dhcpv6   | dhcpv6-client, dhcpv6-server
                GNUTELLA | gnutella-svc, gnutella-rtr
                """)
        void areSuggestedByPort(String word, String names) {
            Hint hint = new Hint("; names that begin with it: " + names, List.of(names.split(", ")));
            assertThat(unknown(ROWS, word)).isEqualTo(hint);
            assertThat(unknown(ROWS, word + "/tcp")).isEqualTo(hint);
        }

        @Test
        void areNotSuggestedIfTheyAreMoreThanFive() {
            List<PortAssignment> all = IntStream.rangeClosed(1, 6)
                    .mapToObj(i -> PortAssignment.of("cisco-" + i, PortInterval.of(9 - i), TCP, ""))
                    .toList();
            assertThat(unknown(Rows.indexed(all.subList(0, 5)), "cisco").suggestions())
                    .containsExactly("cisco-5", "cisco-4", "cisco-3", "cisco-2", "cisco-1");
            assertThat(unknown(Rows.indexed(all), "cisco")).isEqualTo(Hint.NONE);
        }
    }

    @Nested
    class ServicesDescribedByTheWord {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                subversion       | svn
                deviceshare      | devshr-nts
                                condor_collector | condor
                netbios-datagram | netbios-dgm
                """)
        void areSuggestedByPort(String word, String names) {
            Hint hint =
                    new Hint("; services with that word in their description: " + names, List.of(names.split(", ")));
            assertThat(unknown(ROWS, word)).isEqualTo(hint);
            assertThat(withoutPort(ROWS, word)).isEqualTo(hint);
        }

        @ParameterizedTest
        @ValueSource(strings = {"word", "word, first", "the (WORD)", "a-word", "WORD", "swordfish word."})
        void haveItAsAWholeWordAndOneMoreAtMost(String description) {
            assertThat(unknown(described(description), "word").suggestions()).containsExactly("service");
        }

        @ParameterizedTest
        @ValueSource(strings = {"words", "sword", "word2", "wor d", "\u00e4word", "not a word", "one-word-more"})
        void doNotHaveItAsAPartOfAnotherOrAmongOthers(String description) {
            assertThat(unknown(described(description), "word")).isEqualTo(Hint.NONE);
        }

        @Test
        void areNotSuggestedIfTheWordIsShortOrCommon() {
            assertThat(unknown(described("xy"), "xy")).isEqualTo(Hint.NONE);
            assertThat(unknown(described("xyz"), "xyz").suggestions()).containsExactly("service");
            assertThat(unknown(described("xyz server"), "xyz")).isEqualTo(Hint.NONE);
            assertThat(unknown(ROWS, "protocol")).isEqualTo(Hint.NONE);
        }

        private static RegistryRows described(String description) {
            return rows(PortAssignment.of("service", PortInterval.of(1), TCP, description));
        }
    }

    @Nested
    class NamesSpelledAlike {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                htpp       | http, htcp
                HTPP/tcp   | http, htcp
                htps       | https
                telnte     | telnet
                postgresq  | postgresql
                kerberso5  | kerberos
                microsft-ds | microsoft-ds
                htttp-alt  | http-alt
                """)
        void areTheNearestOnesByPort(String word, String names) {
            assertThat(unknown(ROWS, word))
                    .isEqualTo(new Hint("; the nearest names are " + names, List.of(names.split(", "))));
        }

        @Test
        void areAtMostFiveOfTheLowestPorts() {
            PortAssignment[] all = IntStream.rangeClosed(1, 9)
                    .mapToObj(i -> PortAssignment.of("abc" + i, PortInterval.of(9 - i, 10), TCP, ""))
                    .toArray(PortAssignment[]::new);
            assertThat(unknown(rows(all), "abcd").suggestions())
                    .containsExactly("abc9", "abc8", "abc7", "abc6", "abc5");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ssg",
                    "shs",
                    "fp",
                    "sshhh", // five, two edits
                    "kdeconnect",
                    "xinetd",
                    "wais-x", // the first character
                    "eklogin",
                    "kamanda",
                    "syslogs", // an s too many
                    "pmwebapis",
                    "nfx-server", // a short word among others
                    "http-axx",
                    "kibanx"
                })
        void areNoneRatherThanAWrongOne(String word) {
            assertThat(unknown(ROWS, word)).isEqualTo(Hint.NONE);
        }

        @ParameterizedTest
        @CsvSource({
            "abc, abcd, false",
            "abcd, abce, true",
            "abcd, bacd, false", // the first character
            "abcd, Abcde, true",
            "abcd, acd, true",
            "abcd, acbd, true",
            "abcs, abc, false", // the s of an encrypted protocol
            "abcd, abcs, true",
            "abcde, abcxx, false",
            "abcdefgh, abcdefxx, false",
            "abcdefghi, abcdefgxx, true",
            "abcdefghi, abcdefghijk, true",
            "abcdefghi, abcdexxxi, false",
            "abcd-efgh, abcd-efgx, true",
            "abcd-efgh, abcx-efgh, true",
            "abcd-efgh, abcx-efgx, false", // two words
            "abcd-efg, abcd-efx, false", // a word of three characters
            "abcd-efgh, abcd-xfgh, false",
            "abcd-efgh, abcdefgx, false",
            "abcdefghijklmno, abcdefghijklxxx, false"
        })
        void areOneEditAwayOrTwoOfLongerNames(String word, String name, boolean isSuggested) {
            RegistryRows rows = rows(
                    PortAssignment.of(name, PortInterval.of(1), TCP, ""),
                    PortAssignment.of(word.replace('a', 'z'), null, TCP, ""));
            assertThat(unknown(rows, word).suggestions()).isEqualTo(isSuggested ? List.of(name) : List.of());
        }

        @Test
        void areNoneForANameThatIsRegisteredWithoutAPort() {
            RegistryRows rows = rows(
                    PortAssignment.of("airport", null, TCP, ""),
                    PortAssignment.of("airports", PortInterval.of(1), TCP, ""));
            assertThat(withoutPort(rows, "airport")).isEqualTo(Hint.NONE);
            assertThat(unknown(rows, "airporst").suggestions()).containsExactly("airports");
        }

        @Test
        void areAsManyEditsAwayAsATableOfAllPrefixesHas() {
            Random random = new Random(11);
            for (int round = 0; round < 5_000; round++) {
                String a = word(random);
                String b = word(random);
                int expected = editsByTable(a, b);
                for (int limit = 0; limit <= 3; limit++) {
                    assertThat(SpecSuggestions.edits(a, b, limit))
                            .as("%s %s within %d", a, b, limit)
                            .isEqualTo(Math.min(expected, limit + 1));
                }
            }
        }

        private static String word(Random random) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(3)));
            }
            return word.toString();
        }

        private static int editsByTable(String a, String b) {
            int[][] edits = new int[a.length() + 1][b.length() + 1];
            for (int i = 0; i <= a.length(); i++) {
                for (int j = 0; j <= b.length(); j++) {
                    if (i == 0 || j == 0) {
                        edits[i][j] = i + j;
                        continue;
                    }
                    int last = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                    edits[i][j] = Math.min(edits[i - 1][j - 1] + last, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                    if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                        edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                    }
                }
            }
            return edits[a.length()][b.length()];
        }
    }

    @Nested
    class Names {

        @ParameterizedTest
        @ValueSource(strings = {"ht tp", "ht,tp", "http/tcp", "https/UDP"})
        void areNotSuggestedIfTheyCannotBeShownOrWritten(String name) {
            RegistryRows rows = rows(
                    PortAssignment.of(name, PortInterval.of(80), TCP, "world wide web"),
                    PortAssignment.of("begin-" + name, PortInterval.of(80), TCP, ""));
            for (String token : List.of("http", "https", "htttp", "begin", "wide", "tcp/" + name, name + ":tcp")) {
                assertThat(unknown(rows, token).suggestions()).isEmpty();
                assertThat(unknown(rows, token).text()).doesNotContain(name);
            }
        }

        @Test
        void thatAnOverlayHasTakenMeanItsRows() {
            List<PortAssignment> iana = List.of(PortAssignment.of("openvpn", PortInterval.of(1194), UDP, "tunnel"));
            RegistryRows moved =
                    Rows.indexed(iana).with(List.of(PortAssignment.of("OpenVPN", PortInterval.of(443), TCP, "")));
            RegistryRows gone = Rows.indexed(iana).with(List.of(PortAssignment.of("openvpn", null, TCP, "")));
            assertThat(unknown(moved, "openvpm").suggestions()).containsExactly("OpenVPN");
            assertThat(unknown(moved, "tunnel").suggestions()).isEmpty();
            assertThat(unknown(moved, "tcp:openvpn").suggestions()).containsExactly("openvpn/tcp");
            assertThat(unknown(moved, "udp:openvpn").suggestions()).isEmpty();
            assertThat(unknown(gone, "openvpm").suggestions()).isEmpty();
        }
    }

    @Nested
    class ForeignNotations {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                80..90         | 80-90
                80...90/tcp    | 80-90/tcp
                80\u201390     | 80-90
                80\u201490/tcp | 80-90/tcp
                80\u221290     | 80-90
                80:80          | 80
                tcp/80         | 80/tcp
                TCP/80         | 80/tcp
                tcp/80-90      | 80-90/tcp
                tcp:80         | 80/tcp
                tcp80          | 80/tcp
                80tcp          | 80/tcp
                80-tcp         | 80/tcp
                80_sctp        | 80/sctp
                80:udp         | 80/udp
                tcp/https      | https/tcp
                https:tcp      | https/tcp
                udp_HTTPS      | HTTPS/udp
                llmnr-tcp      | llmnr/tcp
                dns-tcp        | domain/tcp
                tcp/dns        | domain/tcp
                dns/tcp/udp    | domain/tcp, domain/udp
                udp:mssql      | ms-sql-m/udp
                53/tcp/udp     | 53/tcp, 53/udp
                53/tcp+udp     | 53/tcp, 53/udp
                tcp/udp/53     | 53/tcp, 53/udp
                domain/tcp/tcp | domain/tcp
                1024-          | 1024-65535
                1024:          | 1024-65535
                1024+          | 1024-65535
                1024-/tcp      | 1024-65535/tcp
                65535-         | 65535
                -1023          | 0-1023
                -1023/udp      | 0-1023/udp
                ..1023         | 0-1023
                -0             | 0
                *              | 0-65535
                any            | 0-65535
                ALL            | 0-65535
                any/tcp        | 0-65535/tcp
                udp:*          | 0-65535/udp
                2301-2305:2301-2305     | 2301-2305
                8080:8080/udp           | 8080/udp
                49100.0                 | 49100
                80;                     | 80
                tcp://10.0.0.5:20880    | 20880/tcp
                udp://[2001:db8::1]:53  | 53/udp
                https://host:8443/x     | 8443
                HTTPS://www.example.com:8443/a/b?c=d | 8443
                host:8443               | 8443
                1.2.3:80                | 80
                host:8443/tcp           | 8443/tcp
                localhost:3000          | 3000
                me@host:22              | 22
                *:443          | 443
                0.0.0.0:443    | 443
                [::1]:443      | 443
                localhost:443  | 443
                {22            | 22
                443}           | 443
                "80/tcp"       | 80/tcp
                'https'        | https
                80;443         | 80,443
                80/tcp;ssh/tcp | 80/tcp,ssh/tcp
                [80;443]       | 80,443
                """)
        void areToldInOurs(String token, String written) {
            Hint hint = new Hint("; write " + written, List.of(written));
            assertThat(unknown(ROWS, token)).isEqualTo(hint);
            assertThatCode(() -> REGISTRY.resolve(written, Set.of(TransportProtocol.values())))
                    .doesNotThrowAnyException();
        }

        /** Docker's {@code 8080:80} is one port, and what iptables means by it are thousands. */
        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                80:90                | 80-90
                22:8022              | 22-8022
                8080:80              | 80-8080
                0:65535              | 0-65535
                80:31234/TCP         | 80-31234/tcp
                tcp:80:90            | 80-90/tcp
                tcp/90:80            | 80-90/tcp
                53:54/tcp/udp        | 53-54/tcp, 53-54/udp
                """)
        void areSaidInBothReadingsOfAColon(String token, String interval) {
            assertThat(unknown(ROWS, token))
                    .isEqualTo(new Hint(
                            "; write " + interval + " if the colon means an interval,"
                                    + " or the one port that you mean if it maps one port to another",
                            List.of()));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "8000-8010:9000-9010",
                    "8000-8010:80",
                    "127.0.0.1:8080:80",
                    "[::1]:8080:80/udp",
                    "0.0.0.0:8080->80/tcp",
                    ":::8080->80/tcp",
                    "8080->80"
                })
        void mapPortsToOthersWithoutASuggestion(String token) {
            assertThat(unknown(ROWS, token))
                    .isEqualTo(new Hint(
                            "; write only the ports that you mean, since this maps ports to others", List.of()));
        }

        @ParameterizedTest
        @CsvSource({":1023, 1023", ":8080, 8080", ":443/tcp, 443/tcp", "udp/:53, 53/udp", ":0/tcp, 0/tcp"})
        void suggestsThePortAfterAColon(String token, String port) {
            assertThat(unknown(ROWS, token))
                    .isEqualTo(new Hint(
                            "; write " + port + ", or an interval from 0 if you mean all ports up to it",
                            List.of(port)));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                tcp      | write a transport after a slash, such as 53/tcp
                UDP      | write a transport after a slash, such as 53/udp
                tcp/udp  | write a transport after a slash, such as 53/tcp, 53/udp
                tcp/nosuch | write a transport after a slash, such as 53/tcp
                tcp/syslog | write a transport after a slash, such as 53/tcp
                !22      | write the ports that you mean, or take the complement of a set
                !ssh/tcp | write the ports that you mean, or take the complement of a set
                -        | write an interval without blanks, such as 6000-6063
                \u2013   | write an interval without blanks, such as 6000-6063
                :        | write an interval without blanks, such as 6000-6063
                to       | write an interval without blanks, such as 6000-6063
                ;        | write only the ports, such as 22,80
                {        | write only the ports, such as 22,80
                }        | write only the ports, such as 22,80
                ""       | write only the ports, such as 22,80
                """)
        void thatCannotBeTranslatedAreExplained(String token, String text) {
            Hint hint = new Hint("; " + text, List.of());
            assertThat(unknown(ROWS, token)).isEqualTo(hint);
            assertThat(withoutPort(ROWS, token)).isEqualTo(hint);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "80:70000",
                    "70000-",
                    "080:90",
                    "80:99999999999",
                    "80:90:100",
                    "80--90",
                    "80",
                    "80/tcp",
                    "80-90",
                    "80/quic",
                    "80/",
                    "/",
                    "+80",
                    "-1",
                    "80;nosuch",
                    "{nosuch}",
                    "80+443",
                    "tcp80udp",
                    "nosuchtcp",
                    "\u0668\u0660",
                    "80\u00a090",
                    "udpsyslog"
                })
        void thatMeanNothingGetNoHint(String token) {
            assertThat(unknown(ROWS, token)).isEqualTo(Hint.NONE);
        }
    }

    @Nested
    class HostileInput {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a",
                    "9",
                    "-",
                    ":",
                    "80-",
                    "tcp/",
                    "[",
                    ";",
                    "a-",
                    "\u2013",
                    "x\u202e",
                    "!",
                    "0.",
                    "\ud83d\ude00"
                })
        void ofAHundredThousandCharactersIsNotLookedAt(String part) {
            String token = part.repeat(100_000 / part.length());
            boolean isName = PortAssignment.fault(token, true, "") == null;
            RegistryRows rows = rows(
                    PortAssignment.of(isName ? token : "x", PortInterval.of(1), TCP, isName ? token : ""),
                    PortAssignment.of(isName ? token + "-x" : "y", PortInterval.of(2), TCP, isName ? token : ""));
            for (String each : List.of(token, token + "/tcp", "tcp/" + token, token.substring(0, 60))) {
                assertThat(unknown(ROWS, each).suggestions()).isEmpty();
                assertThat(unknown(rows, each).suggestions()).isEmpty();
                assertThat(unknown(rows, each).text()).hasSizeLessThan(100);
            }
        }

        @Test
        void ofNamesThatAreAllAlikeTakesOneLookAtEach() {
            Random random = new Random(5);
            List<PortAssignment> all = new ArrayList<>();
            for (int i = 0; i < 60_000; i++) {
                StringBuilder name = new StringBuilder("ab".repeat(30));
                name.setCharAt(random.nextInt(60), (char) ('A' + i % 50));
                all.add(PortAssignment.of(name.toString(), PortInterval.of(i), TCP, "ab".repeat(50)));
            }
            RegistryRows rows = Rows.indexed(all);
            assertThat(unknown(rows, "ab".repeat(30)).suggestions()).hasSize(5);
            assertThat(unknown(rows, "cd".repeat(31)).suggestions()).isEmpty();
        }

        @Test
        void longerThanAnyNameIsNotMisspelled() {
            String name = "a".repeat(63);
            RegistryRows rows = rows(PortAssignment.of(name, PortInterval.of(1), TCP, ""));
            assertThat(unknown(rows, "a".repeat(62)).suggestions()).containsExactly(name);
            assertThat(unknown(rows, "a".repeat(64))).isEqualTo(Hint.NONE);
            assertThat(withoutPort(rows, "a".repeat(64))).isEqualTo(Hint.NONE);
            assertThat(unknown(rows, name.replace('a', 'b') + "/tcp")).isEqualTo(Hint.NONE);
        }
    }

    @Nested
    class Suggestions {

        @Test
        void canBeResolvedInEveryEdition() {
            Random random = new Random(7);
            for (PortRegistry registry :
                    Editions.all().stream().map(Editions::registry).toList()) {
                RegistryRows rows = Rows.indexed(registry.assignments());
                List<String> names = new ArrayList<>(registry.query().serviceNames());
                Collections.shuffle(names, random);
                List<String> wrong = new ArrayList<>();
                for (String name : names.subList(0, 20)) {
                    for (String token : Arrays.asList(misspelt(name, random), name.split("-")[0], "tcp:" + name)) {
                        Hint hint = hasPorts(registry, token) ? Hint.NONE : unknown(rows, token);
                        assertThat(hint.suggestions())
                                .hasSizeLessThanOrEqualTo(5)
                                .doesNotHaveDuplicates();
                        hint.suggestions().stream()
                                .filter(suggestion -> !hasPorts(registry, suggestion))
                                .forEach(wrong::add);
                    }
                }
                assertThat(wrong).isEmpty();
            }
        }

        private static String misspelt(String name, Random random) {
            StringBuilder misspelt = new StringBuilder(name);
            misspelt.setCharAt(random.nextInt(name.length()), 'q');
            return misspelt.toString();
        }

        @Test
        void standInTheExceptionAndInItsMessage() {
            assertRefused(
                    "ssh etcd",
                    "what is commonly called etcd is registered as etcd-client or etcd-server",
                    "etcd-client",
                    "etcd-server");
            assertRefused("rdp", "what is commonly called rdp is registered as ms-wbt-server", "ms-wbt-server");
            assertRefused("ssh, htpp/tcp", "the nearest names are http, htcp", "http", "htcp");
            assertRefused(
                    "80:90/tcp",
                    "write 80-90/tcp if the colon means an interval, or the one port that you mean if it maps one port"
                            + " to another");
            assertRefused("80..90/tcp", "write 80-90/tcp", "80-90/tcp");
            assertRefused("tcp/80", "write 80/tcp", "80/tcp");
            assertRefused("1024-", "write 1024-65535", "1024-65535");
            assertRefused("udp", "write a transport after a slash, such as 53/udp");
            assertRefused("ssh, udp", "write a transport after a slash, such as 53/udp");
            assertRefused("53/tcp,udp", "write 53/tcp, 53/udp; a transport is written after a slash", "53/udp");
            assertRefused("80/tcp, UDP", "write 80/tcp, 80/udp; a transport is written after a slash", "80/udp");
            assertRefused(
                    "domain/tcp udp",
                    "write domain/tcp, domain/udp; a transport is written after a slash",
                    "domain/udp");
            assertRefused("syslog/udp,tcp", "write a transport after a slash, such as 53/tcp");
            assertRefused("53/tcp,80,udp", "write a transport after a slash, such as 53/udp");
            assertRefused("gre", "gre is an IP protocol, which has no ports");
        }

        private static void assertRefused(String spec, String hint, String... suggestions) {
            PortSpecException refused = catchThrowableOfType(
                    PortSpecException.class, () -> REGISTRY.resolve(spec, Set.of(TransportProtocol.values())));
            assertThat(refused.reason()).endsWith("; " + hint);
            assertThat(refused.suggestions()).containsExactly(suggestions);
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> refused.suggestions().add("ssh"));
        }

        @Test
        void areThoseOfEachTransportThatFollows() {
            PortSpecException refused =
                    catchThrowableOfType(PortSpecException.class, () -> REGISTRY.resolve("53/tcp,udp,sctp 80/tcp"));
            assertThat(refused.faults())
                    .extracting(fault -> fault.token() + fault.suggestions())
                    .containsExactly("udp[53/udp]", "sctp[53/sctp]");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                tcp 443; udp 53       | 443/tcp, 53/udp
                UDP 53 ; TCP 20-21,80 | 20-21/tcp, 80/tcp, 53/udp
                sctp 9                | 9/sctp
                """)
        void readTheFormOfPortsByTransport(String text, String written) {
            String reason = Texts.quoted(text)
                    + " is not a specification; that is PortsByTransport.parse's form; write " + written;
            for (PortSpecException refused : List.of(
                    catchThrowableOfType(PortSpecException.class, () -> REGISTRY.resolve(text)),
                    catchThrowableOfType(PortSpecException.class, () -> REGISTRY.resolve(text, TCP)))) {
                assertThat(refused.faults())
                        .containsExactly(new PortSpecException.Fault(0, text, reason, List.of(written)));
            }
            assertThat(REGISTRY.resolve(written)).isEqualTo(PortsByTransport.parse(text));
        }

        @Test
        void doNotListManyPorts() {
            String text =
                    "tcp " + IntStream.range(0, 1000).mapToObj(i -> 2 * i + ",").collect(Collectors.joining()) + "9";
            assertRefused(
                    text, "that is PortsByTransport.parse's form; write each port with its transport, such as 443/tcp");
        }

        /** Of ports, a suggestion has no more than were typed, unless the text says that it means all up or down. */
        @Test
        void doNotWidenWhatIsTyped() {
            Random random = new Random(26);
            List<String> parts =
                    List.of("80", "443", "8080-8090", "22", ":", "->", "/", "tcp", "host", "*", "//", "]", "[");
            for (int round = 0; round < 20_000; round++) {
                StringBuilder token = new StringBuilder();
                for (int n = 1 + random.nextInt(6); n > 0; n--) {
                    token.append(parts.get(random.nextInt(parts.size())));
                }
                Matcher typed = Pattern.compile("[0-9]+(-[0-9]+)?").matcher(token);
                boolean hasNoEnd = token.toString().matches("[^0-9]*|.*[0-9]:(tcp|/)*");
                Set<String> intervals = typed.results().map(MatchResult::group).collect(Collectors.toSet());
                for (String suggestion : unknown(rows(), token.toString()).suggestions()) {
                    for (String written : suggestion.split(",")) {
                        String ports = written.replaceAll("/.*", "");
                        assertThat(hasNoEnd || intervals.contains(ports))
                                .as("%s for %s", suggestion, token)
                                .isTrue();
                    }
                }
            }
        }

        @Test
        void areEmptyIfThereIsNone() {
            PortSpecException refused =
                    catchThrowableOfType(PortSpecException.class, () -> PortInterval.parse("80-70"));
            assertThat(refused.suggestions()).isEmpty();
        }
    }

    private static Hint unknown(RegistryRows rows, String token) {
        TransportProtocol transport = TransportProtocol.find(token.substring(token.lastIndexOf('/') + 1))
                .orElse(null);
        Hint hint = new SpecHints(rows, transport == null || token.indexOf('/') < 0 ? ANY : Set.of(transport))
                .unknown(token, "");
        return new Hint(hint.text().replaceFirst("[^;]*", ""), hint.suggestions());
    }

    private static Hint withoutPort(RegistryRows rows, String name) {
        return new SpecHints(rows, ANY).withoutPort(name, "");
    }

    private static boolean hasPorts(PortRegistry registry, String spec) {
        try {
            return !registry.resolve(spec, Set.of(TransportProtocol.values())).isEmpty();
        } catch (PortSpecException e) {
            return false;
        }
    }

    private static RegistryRows rows(PortAssignment... all) {
        return Rows.indexed(List.of(all));
    }
}
