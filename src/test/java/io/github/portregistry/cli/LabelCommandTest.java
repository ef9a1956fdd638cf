package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabelCommandTest {

    @TempDir
    Path folder;

    /** Lines of several tools, with what is written behind them. */
    static List<String> lines() {
        return """
                tcp   LISTEN 0  128  0.0.0.0:22  0.0.0.0:*  users:(("sshd",pid=812,fd=3))|22/tcp ssh, process sshd
                tcp   LISTEN 0  128  [::]:25  [::]:*  users:(("smtp",pid=812,fd=3))|25/tcp smtp
                tcp   LISTEN 0  4096 *:9090 *:* users:(("a b",pid=1,fd=3),("systemd",pid=1,fd=4)) uid:1 ino:347 sk:1|\
                9090/tcp websm, process "a b", systemd
                tcp   LISTEN 0  128  *:9091 *:* users:(("x; 22/tcp ssh",pid=1,fd=3))|9091/tcp xmltec-xmlmail, process "x; 22/tcp ssh"
                udp   UNCONN 0  0    127.0.0.53%lo:53  0.0.0.0:*|53/udp domain
                udp   UNCONN 0  0    [fe80::1]%eth0:546   [::]:*|546/udp dhcpv6-client
                tcp   ESTAB  0  0    10.0.0.1:22  10.0.0.2:51234  users:(("sshd",pid=812,fd=3))|22/tcp ssh; 51234/tcp (dynamic)
                tcp        0      0 0.0.0.0:631   0.0.0.0:*   LISTEN      812/cupsd|631/tcp ipp, ipps, process cupsd
                tcp6       0      0 :::80         :::*        LISTEN      99/nginx: master|80/tcp http, process nginx
                udp6       0      0 fe80::a00:27ff:fe:546 :::*            -|546/udp dhcpv6-client
                  TCP    0.0.0.0:135     0.0.0.0:0       LISTENING       1032|135/tcp epmap
                  TCP    [::]:445        [::]:0          LISTENING       4|445/tcp microsoft-ds
                  UDP    0.0.0.0:5353    *:*                             2000|5353/udp mdns
                sshd  812 root  3u  IPv4 20123  0t0  TCP *:22 (LISTEN)|22/tcp ssh, process sshd
                code    9 me    4u  IPv6 20124  0t0  TCP [::1]:51234->[::1]:443 (ESTABLISHED)|51234/tcp (dynamic); 443/tcp https
                Host: 10.0.0.5 ()\tPorts: 22/open/tcp//ssh///, 53/open|filtered/udp//domain///\tIgnored State: closed (9)|\
                22/tcp ssh; 53/udp domain
                22/tcp open  ssh  OpenSSH 9.2|22/tcp ssh
                1f2e postgres:15 "run" Up 2 hours 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp db|8080/tcp http-alt; 80/tcp http
                1f2e x Up 0.0.0.0:20-21->20-21/tcp, 53/udp y|20-21/tcp ftp-data, ftp; 53/udp domain
                Sep 12 10:15:32 fw kernel: [12.5] IN=eth0 MAC=aa:bb:cc:dd:ee:ff:00:11:22:33:44:55:08:00 SRC=10.0.0.5\
                 DST=10.0.0.2 PROTO=TCP SPT=51234 DPT=1326 WINDOW=1|51234/tcp (dynamic); 1326/tcp wimsic
                DPT=53 PROTO=UDP|53/udp domain
                ACCEPT  tcp  --  0.0.0.0/0  0.0.0.0/0  tcp dpt:22|22/tcp ssh
                http://example.com:8080/index.html:9|8080/tcp,udp http-alt
                listening on localhost:514|514/tcp shell; 514/udp syslog
                26/tcp is free|26/tcp (unassigned)
                80:31234/TCP|80/tcp http; 31234/tcp (unassigned)
                connect to host.example:443 over tcp|
                tcp to host.example:443.|443/tcp https
                198.51.100.5:34567 -> 192.0.2.1:443 over tcp|34567/tcp dhanalakshmi (in Linux's outgoing range); 443/tcp https
                198.51.100.5:34567 -> 192.0.2.1:443|\
                34567/tcp dhanalakshmi (in Linux's outgoing range); \
                34567/udp edi_service (in Linux's outgoing range); 443/tcp,udp https
                34567/sctp, 34567-34568/tcp|34567/sctp (unlisted); 34567-34568/tcp dhanalakshmi (and 1 unassigned)
                tcp 0 0 0.0.0.0:22 0.0.0.0:* LISTEN 812/a 1.2.3.4:23|22/tcp ssh, process (unclear)""".lines().toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void labelsPortsOfLine(String line) {
        int bar = line.lastIndexOf('|');
        String label = line.substring(bar + 1);
        String given = line.substring(0, bar);
        Run run = Run.withInput(given + "\n", "label");
        assertThat(run.out()).isEqualTo(given + (label.isEmpty() ? "" : "  # " + label) + "\n");
        assertThat(run.status()).isZero();
        assertThat(run.err()).startsWith("Edition: bundled, ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "at 10:15:32 on 2026/01/02, 10.0.0.0/8",
                "Main.java:45 aa:bb:cc:11:22:33 2001:db8::1:443",
                "0.0.0.0:* 0.0.0.0:0 [::]:ssh 1.2.3.4:70000 1.2.3.4:0080 1.2.3.4:80a",
                "812/sshd -> / :: [ ] = == -> ->80 nginx:1 a=b=80 : . .. [::]: /tcp",
                "postgres:15 pid=22 line 22"
            })
    void leavesLineWithoutPortsUnchanged(String line) {
        assertThat(Run.withInput(line + "\n", "label").out()).isEqualTo(line + "\n");
    }

    @Test
    void labelsWhatTheGuideShows() throws IOException {
        String page = Files.readString(Path.of("src/site/markdown/command-line.md"));
        List<MatchResult> shown = Pattern.compile("(?s)\n\\$ sudo ss -tulpn \\| ports (label.*?)\n(.*?)```")
                .matcher(page)
                .results()
                .toList();
        String input = shown.get(0).group(2).replaceAll("  # .*", "");
        assertThat(shown)
                .hasSize(2)
                .allSatisfy(block -> assertThat(
                                Run.withInput(input, block.group(1).split(" ")).out())
                        .isEqualTo(block.group(2)));
    }

    @Test
    void copiesEveryByte() {
        byte[] input = "\377\376 1.2.3.4:23 \200\r\n\r\n\0x\n\u001b[31m1.2.3.4:25\n\n80/tcp".getBytes(ISO_8859_1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Main.run(
                new String[] {"label"},
                new Console(
                        new ByteArrayInputStream(input), out, new PrintStream(new ByteArrayOutputStream(), true), 80),
                null);
        assertThat(out.toString(ISO_8859_1))
                .isEqualTo("\377\376 1.2.3.4:23 \200  # 23/tcp,udp telnet\r\n\r\n\0x\n\u001b[31m1.2.3.4:25\n\n80/tcp"
                        + "  # 80/tcp http");
    }

    @Test
    void writesLineBeforeReadingNext() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Deque<String> given = new ArrayDeque<>(List.of("22/tcp\n", "80/", "tcp\n"));
        Deque<String> expected = new ArrayDeque<>(List.of(
                "",
                "22/tcp  # 22/tcp ssh\n",
                "22/tcp  # 22/tcp ssh\n",
                "22/tcp  # 22/tcp ssh\n80/tcp  # 80/tcp http\n"));
        InputStream parts = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                assertThat(out.toString(UTF_8)).isEqualTo(expected.remove());
                if (given.isEmpty()) {
                    return -1;
                }
                byte[] bytes = given.remove().getBytes(UTF_8);
                System.arraycopy(bytes, 0, buffer, offset, bytes.length);
                return bytes.length;
            }
        };
        PrintStream err = new PrintStream(new ByteArrayOutputStream(), true);
        assertThat(Main.run(new String[] {"label"}, new Console(parts, new BufferedOutputStream(out), err, 80), null))
                .isZero();
        assertThat(expected).isEmpty();
    }

    @Test
    void labelsLongLines() {
        String ports = "1.2.3.4:80->->[ab:/ 22/tcp ".repeat(100_000);
        assertThat(Run.withInput(ports, "label").out()).isEqualTo(ports + "  # 80/tcp,udp http; 22/tcp ssh");
        String word = "->:/=[".repeat(500_000) + "\n1.2.3.4:22/udp\n";
        assertThat(Run.withInput(word, "label").out())
                .isEqualTo(word.substring(0, word.length() - 1) + "  # 22/udp ssh\n");
    }

    @Test
    void labelsAtMost64PortsOfLine() {
        String line = IntStream.rangeClosed(1, 1000)
                .mapToObj(port -> port + "-65535/tcp")
                .collect(joining(" "));
        String labels = Run.withInput(line, "label").out().substring(line.length());
        assertThat(List.of(labels.split("; "))).hasSize(65).last().isEqualTo("and 936 more");
        assertThat(Run.withInput(line, "label", "--short").out().lines())
                .hasSize(65)
                .last()
                .isEqualTo("and 936 more");
    }

    @Test
    void readsHostileLineInLinearTime() {
        for (String part : List.of(
                "{",
                "{\"a\":",
                "[{\"port\":1,",
                "{\"proto\":\"tcp\",\"a\":{\"port\":1},",
                "\"",
                "\\",
                "a:1->",
                "1,",
                "1/tcp,",
                "://",
                "a://b:1,",
                "@",
                "=",
                "port=",
                "tcp dport { ",
                "--dports 1,",
                "1/open/tcp/",
                "[",
                " ago  ",
                "users:((",
                "(\"a\",pid=1,fd=3),",
                "[12/Sep/2026:",
                "::",
                "1.2.3.4",
                "1.",
                "IPv4 ",
                "/* ",
                "port=1:proto=",
                " ALLOW ")) {
            String many = part.repeat((1 << 20) / part.length());
            for (String line : List.of(many, "tcp LISTEN 0 0 *:80 *:* " + many, "Host: x\tPorts: " + many)) {
                assertTimeoutPreemptively(
                        Duration.ofSeconds(20), () -> LineForms.read(line), () -> "many times " + part);
            }
        }
    }

    @Test
    void printsOneLineForEachPort() {
        Run run = Run.withInput("""
                Netid State  Recv-Q Send-Q Local Address:Port Peer Address:Port Process
                tcp   LISTEN 0  128  127.0.0.1:5432  0.0.0.0:*  users:(("postgres",pid=812,fd=3))
                tcp   LISTEN 0  128  [::]:22         [::]:*     users:(("sshd",pid=8,fd=3),("a b",pid=1,fd=4))
                tcp   ESTAB  0  0    192.0.2.1:22    192.0.2.2:51234 users:(("sshd",pid=9,fd=3))
                1f2e x Up 0.0.0.0:8080->80/tcp, [::]:8080->80/tcp
                192.0.2.1:53

                """, "label", "--short");
        assertThat(run.out()).isEqualTo("""
                5432/tcp postgresql  127.0.0.1  postgres
                22/tcp ssh  [::]  sshd, "a b"
                22/tcp ssh  192.0.2.1  sshd
                51234/tcp (dynamic)  192.0.2.2
                8080/tcp http-alt  0.0.0.0
                80/tcp http
                8080/tcp http-alt  [::]
                53/tcp,udp domain  192.0.2.1
                """);
        assertThat(run.err()).startsWith("Lines without a port: 2\nEdition: ");
    }

    @Test
    void saysWhatItWaitsForAtPromptOnly() throws IOException {
        for (boolean isAtPrompt : new boolean[] {false, true}) {
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(
                    InputStream.nullInputStream(), OutputStream.nullOutputStream(), new PrintStream(err, true), 80);
            LabelCommand command = new LabelCommand(isAtPrompt);
            assertThat(command.run(Arguments.parse(List.of(), command.usage(), null), console))
                    .isTrue();
            assertThat(err.toString(UTF_8).contains("Waiting for lines")).isEqualTo(isAtPrompt);
        }
    }

    @Test
    void copiesLineThatIsTooLong() {
        String line = "80/tcp ".repeat(1_200_001);
        Run run = Run.withInput(line + "\r\n80/tcp\n", "label");
        assertThat(run.out()).isEqualTo(line + "\r\n80/tcp  # 80/tcp http\n");
        assertThat(run.err()).startsWith("Lines that are too long to be labelled: 1\n");
        run = Run.withInput(line, "label", "--short");
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Lines that are too long to be labelled: 1\nLines without a port: 0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "80/tcp | \"a; 22/tcp ssh\"",
                "81/tcp | \"http, www\"",
                "82/tcp | \"a # 22/tcp ssh\"",
                "83/tcp | \"say \\\"hi\\\" \\\\\"",
                "84/tcp | whois++, cl/1, sql*net, a_b.c",
                "85/tcp | http, \"(dynamic)\"",
                "86/tcp | (unnamed: \"any private mail; system\")",
                "87/tcp | (unnamed: \"x); 22/tcp ssh (\")",
                "88/tcp | (unassigned)",
                "80-90/tcp | (13 services, 1 unassigned, 1 unlisted)",
                "85-86/tcp | http, \"(dynamic)\", (unnamed: \"any private mail; system\")",
                "89-90/tcp | Newton Dock (and 1 unlisted)"
            })
    void quotesNameThatCouldPassForLabel(String ports, String label) throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), """
                Service Name,Port Number,Transport Protocol,Description
                a; 22/tcp ssh,80,tcp,
                "http, www",81,tcp,
                a  # 22/tcp ssh,82,tcp,
                "say ""hi"" \\",83,tcp,
                whois++,84,tcp,
                cl/1,84,tcp,
                sql*net,84,tcp,
                a_b.c,84,tcp,
                http,85,tcp,
                (dynamic),85,tcp,
                ,86,tcp,any private mail; system
                ,87,tcp,x); 22/tcp ssh (
                ,88,tcp,Unassigned
                Newton Dock,89,tcp,
                Newton Dock,89,udp,
                """);
        assertThat(Run.withInput(ports + "\n1.2.3.4:89\n", "label", "--edition=" + file)
                        .out())
                .isEqualTo(ports + "  # " + ports + " " + label + "\n1.2.3.4:89  # 89/tcp,udp Newton Dock\n");
    }

    @Test
    void answersFromAnotherEdition() {
        assertThat(Run.withInput("80/tcp\n", "label", "--edition=absent.csv").err())
                .isEqualTo("ports: absent.csv: no such file\n");
    }
}
