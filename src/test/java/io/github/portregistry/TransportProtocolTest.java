package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportProtocolTest {

    @ParameterizedTest
    @CsvSource({"tcp, TCP", "UDP, UDP", "Sctp, SCTP", "dCCp, DCCP"})
    void parsesKeywordsInAnyCase(String keyword, TransportProtocol transport) {
        assertThat(TransportProtocol.parse(keyword)).isEqualTo(transport);
        assertThat(TransportProtocol.find(keyword)).contains(transport);
    }

    @ParameterizedTest
    @EnumSource
    @DefaultLocale("tr")
    void readsBackKeywordAndName(TransportProtocol transport) {
        assertThat(transport.keyword()).isEqualTo(transport.name().toLowerCase(Locale.ROOT));
        assertThat(TransportProtocol.parse(transport.keyword())).isEqualTo(transport);
        assertThat(TransportProtocol.parse(transport.name())).isEqualTo(transport);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "tcp ", " tcp", "tcp/udp", "tcp6", "6", "quic", "icmp", "ｔｃｐ", "ＴＣＰ", "\0"})
    void rejectsOtherKeywordsAndListsKnownOnes(String keyword) {
        assertThat(TransportProtocol.find(keyword)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransportProtocol.parse(keyword))
                .withMessage("unknown transport " + Texts.quoted(keyword) + "; it must be tcp, udp, sctp or dccp");
    }

    @ParameterizedTest
    @CsvSource({"TCP, 6", "UDP, 17", "SCTP, 132", "DCCP, 33"})
    void hasNumbersOfIpHeaders(TransportProtocol transport, int number) {
        assertThat(transport.number()).isEqualTo(number);
        assertThat(TransportProtocol.ofNumber(number)).isEqualTo(transport);
        assertThat(TransportProtocol.findNumber(number)).contains(transport);
    }

    /** ICMP, 1, and GRE, 47, are protocols without ports. */
    @ParameterizedTest
    @ValueSource(
            ints = {Integer.MIN_VALUE, -1, 0, 1, 5, 7, 16, 18, 32, 34, 47, 131, 133, 136, 255, 262, Integer.MAX_VALUE})
    void rejectsOtherNumbersAndListsKnownOnes(int number) {
        assertThat(TransportProtocol.findNumber(number)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TransportProtocol.ofNumber(number))
                .withMessage("unknown transport protocol number " + number
                        + "; it must be 6 (tcp), 17 (udp), 132 (sctp) or 33 (dccp)");
    }

    @Test
    void rejectsNull() {
        assertRejectsNull("keyword", () -> TransportProtocol.parse(null));
        assertRejectsNull("keyword", () -> TransportProtocol.find(null));
    }
}
