package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.portregistry.PortSpecException.Fault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That every faulty token of a text is told at once, and that the exception is bounded. */
class PortSpecExceptionTest {

    private static final PortRegistry REGISTRY = PortRegistry.bundled();

    @Nested
    class Faults {

        @Test
        void includeEveryToken() {
            PortSpecException refused = refused(() -> REGISTRY.resolve("whois dns, ssh dhcp smtps\nvnc,postgres", TCP));
            assertThat(refused.faults())
                    .extracting(Fault::token)
                    .containsExactly("whois", "dns", "dhcp", "smtps", "vnc", "postgres");
            assertThat(refused.faults()).extracting(Fault::index).containsExactly(0, 6, 15, 20, 26, 30);
            assertThat(refused.faults())
                    .extracting(Fault::suggestions)
                    .containsExactly(
                            List.of("nicname"),
                            List.of("domain"),
                            List.of("bootps"),
                            List.of("submissions"),
                            List.of("rfb"),
                            List.of("postgresql"));
            assertThat(refused.faults())
                    .allSatisfy(fault -> assertThat(fault.reason())
                            .startsWith("\"" + fault.token() + "\" is not a registered service name")
                            .endsWith(" is registered as " + fault.suggestions().get(0)));
        }

        @Test
        void includeEveryKind() {
            PortSpecException refused = refused(() ->
                    REGISTRY.resolve("x.y.z,,80-70/tcp 443 tcp/80 ssh rdp/tcp 80/quic syslog/tcp 070/udp /tcp 22/tcp"));
            assertThat(refused.faults()).extracting(Fault::toString).containsExactly("""
                    "x.y.z" is not a registered service name, port number or interval (at index 0)
                    a token is empty (at index 6)
                    interval 80-70 is reversed (at index 7)
                    "443" has no transport; write 443/tcp, for example (at index 17)
                    unknown transport "80"; it must be tcp, udp, sctp or dccp; write 80/tcp (at index 25)
                    ssh is registered for tcp, udp and sctp; write ssh/tcp, ssh/udp, ssh/sctp, or only those that you mean (at index 28)
                    service rdp has no port; what is commonly called rdp is registered as ms-wbt-server (at index 32)
                    unknown transport "quic"; it must be tcp, udp, sctp or dccp (at index 43)
                    syslog is registered for udp 514 only, not for tcp (at index 48)
                    port 070 has a leading zero (at index 59)
                    a transport must follow a name or a port (at index 67)
                    """.split("\n"));
            assertThat(refused.faults())
                    .extracting(Fault::token)
                    .containsExactly(
                            "x.y.z",
                            "",
                            "80-70/tcp",
                            "443",
                            "tcp/80",
                            "ssh",
                            "rdp/tcp",
                            "80/quic",
                            "syslog/tcp",
                            "070/udp",
                            "/tcp");
        }

        @Test
        void startWithThatOfTheAccessors() {
            PortSpecException refused = refused(() -> REGISTRY.resolve("ssh dns/tcp nosuchservice", TCP));
            Fault first = refused.faults().get(0);
            assertThat(first)
                    .returns(refused.index(), Fault::index)
                    .returns(refused.reason(), Fault::reason)
                    .returns(refused.suggestions(), Fault::suggestions);
            assertThat(refused.text()).isEqualTo("ssh dns/tcp nosuchservice");
            assertThat(refused.index()).isEqualTo(4);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
                22,x,80-70,,070,|3:x 5:80-70 11: 12:070 16:
                80-070 , 99999|3:80-070 9:99999
                ,|0:
                80,, ,443,,|3: 10:
                ,,80|0:
                """)
        void includeEveryPartOfASet(String text, String faults) {
            assertThat(places(refused(() -> PortSet.parse(text)))).isEqualTo(faults);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '`', textBlock = """
                tcp 22,x; icmp 8; udp; tcp 80; sctp 90-80,,|7:x 10:icmp 18:udp 23:tcp 36:90-80 42:
                icmp 22,x,y; tcp|0:icmp 8:x 10:y 13:tcp
                ;|0: 1:
                tcp 22;; ,udp 80|7: 9:
                """)
        void includeEveryTransport(String text, String faults) {
            assertThat(places(refused(() -> PortsByTransport.parse(text)))).isEqualTo(faults);
        }

        @Test
        void agreeWithTokensOnTheirOwn() {
            Random random = new Random(17);
            List<String> tokens = List.of(
                    "22", "ssh", "80-90", "http/tcp", "x11", "dns", "80:90", "syslog", "443/udp", "9-8", "-", "htpp");
            for (int round = 0; round < 300; round++) {
                StringBuilder text = new StringBuilder();
                StringBuilder expected = new StringBuilder();
                for (int n = 1 + random.nextInt(12); n > 0; n--) {
                    String token = tokens.get(random.nextInt(tokens.size()));
                    text.append(text.isEmpty() ? "" : random.nextBoolean() ? ", " : " ");
                    try {
                        REGISTRY.resolve(token, TCP);
                    } catch (PortSpecException e) {
                        expected.append(expected.isEmpty() ? "" : " ")
                                .append(text.length() + e.index())
                                .append(":")
                                .append(token);
                    }
                    text.append(token);
                }
                String faults = "";
                try {
                    REGISTRY.resolve(text.toString(), TCP);
                } catch (PortSpecException e) {
                    faults = places(e);
                }
                assertThat(faults).as("%s", text).isEqualTo(expected.toString());
            }
        }

        @Test
        void areUnmodifiable() {
            PortSpecException refused = refused(() -> REGISTRY.resolve("dns", TCP));
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> refused.faults().clear());
            assertThatExceptionOfType(UnsupportedOperationException.class)
                    .isThrownBy(() -> refused.suggestions().add("ssh"));
        }

        @Test
        void rejectNull() {
            assertRejectsNull("token", () -> new Fault(0, null, "", List.of()));
            assertRejectsNull("reason", () -> new Fault(0, "", null, List.of()));
            assertRejectsNull("suggestions", () -> new Fault(0, "", "", null));
        }

        @Test
        void rejectNegativeIndex() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Fault(-1, "", "", List.of()))
                    .withMessage("index -1 is negative");
        }
    }

    @Nested
    class Message {

        @ParameterizedTest
        @CsvSource({
            "2, ''",
            "8, ''",
            "9, ; and 1 more",
            "100, ; and 92 more",
            "101, ; and 93 more",
            "5000, ; and 4992 more"
        })
        void listsEightFaultsAndCountsTheRest(int tokens, String more) {
            String text = IntStream.range(0, tokens).mapToObj(i -> "?").collect(Collectors.joining(" "));
            String reason = "\"?\" is not a registered service name, port number or interval";
            String others = IntStream.range(1, Math.min(tokens, 8))
                    .mapToObj(i -> "; " + reason + " (at index " + 2 * i + ")")
                    .collect(Collectors.joining());
            PortSpecException refused = refused(() -> REGISTRY.resolve(text, TCP));
            assertThat(refused).hasMessage(reason + " (at index 0 of " + Texts.quoted(text) + ")" + others + more);
            assertThat(refused.faults()).hasSize(Math.min(tokens, 100));
        }

        @Test
        void countsTheRestOfSeveralSets() {
            String text = "tcp " + "x ".repeat(150) + "; udp " + "y ".repeat(150) + "; sctp z";
            PortSpecException refused = refused(() -> PortsByTransport.parse(text));
            assertThat(refused).hasMessageEndingWith("; and 293 more");
            assertThat(refused.faults()).hasSize(100);
        }

        @Test
        void isOneShortLine() {
            String name = "a\nb\u202e".repeat(1000).replace("\n", "\u2028");
            PortSpecException refused = refused(() -> REGISTRY.resolve((name + " ").repeat(20), TCP));
            assertThat(refused.getMessage()).hasSizeLessThan(8 * 700).doesNotContain("\n", "\u2028", "\u202e");
            assertThat(refused.faults()).allSatisfy(fault -> {
                assertThat(fault.token()).hasSizeLessThanOrEqualTo(80);
                assertThat(fault.toString()).hasSizeLessThan(700).doesNotContain("\n", "\u2028", "\u202e");
            });
        }
    }

    @Nested
    class HostileTexts {

        @ParameterizedTest
        @ValueSource(strings = {"?", "htpp", "dns/udp", "80-70", "http/quic", "tcp/80", "rdp", "x,,", "WEB"})
        void takeLinearTime(String token) {
            String text = (token + " ").repeat(100_000);
            PortRegistry registry = REGISTRY.withDefinition("WEB", "0-65535/tcp 0-65535/udp");
            Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
                PortSpecException refused = refused(() -> registry.resolve(text, TCP));
                assertThat(refused.getMessage()).hasSizeLessThan(3000);
                assertThat(refused.faults()).hasSize(100);
            });
        }

        @Test
        void cannotUseUpTheLimitOfDefinitions() {
            String even =
                    IntStream.range(0, 30_000).mapToObj(i -> 2 * i + "/tcp").collect(Collectors.joining(" "));
            PortRegistry registry = REGISTRY.withDefinition("A", even);
            PortSpecException refused = refused(() -> registry.resolve("A ".repeat(200_000)));
            assertThat(refused.index()).isEqualTo(2 * 33);
            assertThat(refused).hasMessageEndingWith("; and " + (200_000 - 33 - 8) + " more");
        }
    }

    @Test
    void keepsFaultsWhenSerialized() throws Exception {
        PortSpecException refused = refused(() -> REGISTRY.resolve("dns ? ".repeat(60), TCP));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refused);
        }
        PortSpecException received;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            received = (PortSpecException) in.readObject();
        }
        assertThat(received).hasMessage(refused.getMessage());
        assertThat(received.text()).isEqualTo(refused.text());
        assertThat(received.faults()).isEqualTo(refused.faults()).hasSize(100);
    }

    private static PortSpecException refused(ThrowingCallable call) {
        return catchThrowableOfType(PortSpecException.class, call);
    }

    private static String places(PortSpecException refused) {
        List<String> places = new ArrayList<>();
        refused.faults().forEach(fault -> places.add(fault.index() + ":" + fault.token()));
        return String.join(" ", places);
    }
}
