package io.github.portregistry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a process, a command or a banner is called changes no port of its line. */
class ForeignNamesTest {

    /** What a name may try to pass for. */
    private static final List<String> PARTS = List.of(
            " 1.2.3.4:22 ",
            "22/tcp",
            ", 23/open/tcp//x///",
            "users:((",
            "\"",
            "\",pid=1",
            ",fd=3",
            "),(\"",
            "{\"port\":25}",
            "{\"a\":",
            "dpt:22",
            "PROTO=ICMP",
            "icmp",
            "udp",
            " tcp ",
            "DPT=22",
            "->",
            "/",
            "//",
            "\\",
            "|",
            ":",
            "1",
            "a",
            " ",
            "IPv4",
            "IPv6",
            "LISTEN",
            "0 0 *:1 *:2",
            " ago  ",
            "*.22",
            "ALLOW IN",
            "--dport 22",
            "sshd",
            "é",
            "\u202e",
            "\t",
            "'",
            "(");

    /** A line with %s for the name, how the tool writes a name, and the ports of the line. */
    record Line(String text, UnaryOperator<String> name, String ports) {}

    private static Line line(String text, int length, String ports) {
        return new Line(
                text, name -> name.substring(0, Math.min(length, name.length())).replace("\t", " "), ports);
    }

    static Stream<Line> lines() {
        UnaryOperator<String> ofLsof = name -> "x" + name.replaceAll("[\\s\\p{Cntrl}]", "\\\\x20");
        UnaryOperator<String> ofNmap = name -> name.replace('/', '|').replace('\t', ' ');
        return Stream.of(
                line("tcp LISTEN 0 128 0.0.0.0:80 0.0.0.0:* users:((\"%s\",pid=8,fd=3))", 15, "80/TCP"),
                line(
                        "udp UNCONN 0 0 [::1]:53 [::]:* users:((\"%s\",pid=8,fd=3),(\"x\",pid=9,fd=3)) ino:1",
                        15, "53/UDP"),
                line("LISTEN 0 128 *:80 *:* users:((\"x\",pid=8,fd=3),(\"%s\",pid=9,fd=3))", 15, "80/TCP"),
                line("tcp 0 0 0.0.0.0:80 0.0.0.0:* LISTEN 812/%s", 16, "80/TCP"),
                line("udp6 0 0 :::53 :::* 812/%s", 16, "53/UDP"),
                line(
                        "tcp 0 0 192.0.2.1:80 192.0.2.2:5000 ESTABLISHED 0 77 812/%s off (0.00/0/0)",
                        16, "80/TCP 5000/TCP"),
                line("tcp4 0 0 *.80 *.* LISTEN 131072 131072 %s:812 00100", 33, "80/TCP"),
                new Line("%s 812 root 3u IPv4 20123 0t0 TCP *:80 (LISTEN)", ofLsof, "80/TCP"),
                new Line("%s 812 me 3u IPv6 20123 0t0 UDP [::1]:53->[::1]:54", ofLsof, "53/UDP 54/UDP"),
                new Line("root %s 812 3 tcp4 *:80 *:*", ofLsof, "80/TCP"),
                new Line(
                        "Host: 192.0.2.1 ()\tPorts: 80/open/tcp//%s///, 443/open/tcp//x//y/", ofNmap, "80/TCP 443/TCP"),
                new Line(
                        "Host: 192.0.2.1 ()\tPorts: 80/open/tcp//x//%s/, 53/open/udp//x//%s/", ofNmap, "80/TCP 53/UDP"),
                line("80/tcp open  http  %s", 60, "80/TCP"),
                line(
                        "1f2e3d4c5b6a  nginx  \"%s\"  2 days ago  Up 2 days  0.0.0.0:80->81/tcp  web",
                        20, "80/TCP 81/TCP"),
                line("1f2e3d4c5b6a  nginx  %s  2 days ago  Up 2 days  443/tcp  web", 20, "443/TCP"),
                line(
                        "192.0.2.1:80 192.0.2.2 - - [12/Sep/2026:10:15:32 +0000] \"GET / HTTP/1.1\" 200 22 \"%s\" \"%s\"",
                        60, "80/UNKNOWN"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void changeNoPort(Line line) {
        Random random = new Random(28);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int part = random.nextInt(5); part >= 0; part--) {
                name.append(PARTS.get(random.nextInt(PARTS.size())));
            }
            String text = line.text.replace("%s", line.name.apply(name.toString()));
            List<String> ports = LineForms.read(text).ports().stream()
                    .map(port -> port.ports() + "/" + port.protocol())
                    .toList();
            assertThat(ports).as(text).containsExactly(line.ports.split(" "));
        }
    }
}
