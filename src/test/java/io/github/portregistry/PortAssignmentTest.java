package io.github.portregistry;

import static io.github.portregistry.Rejections.assertRejectsNull;
import static io.github.portregistry.TransportProtocol.TCP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortAssignmentTest {

    private static final PortInterval PORT = PortInterval.of(80);

    @Nested
    class Construction {

        @Test
        void leavesOtherColumnsEmpty() {
            assertThat(PortAssignment.of("http", PORT, TCP, "Web"))
                    .isEqualTo(new PortAssignment("http", PORT, TCP, "Web", "", "", null, null, "", null, "", ""));
        }

        @Test
        void keepsText() {
            PortAssignment row = new PortAssignment(
                    " a ", PORT, TCP, "b\r\n", "[c]", "[d][e]", null, null, " [f] ", 0L, "\tg", "\"h\"");
            assertThat(Stream.of(
                            row.serviceName(),
                            row.description(),
                            row.assignee(),
                            row.contact(),
                            row.reference(),
                            row.unauthorizedUse(),
                            row.assignmentNotes()))
                    .containsExactly(" a ", "b\r\n", "[c]", "[d][e]", " [f] ", "\tg", "\"h\"");
        }

        @Test
        void rejectsNullTextByName() {
            String[] texts = {
                "serviceName", "description", "assignee", "contact", "reference", "unauthorizedUse", "assignmentNotes"
            };
            for (int i = 0; i < texts.length; i++) {
                String[] text = new String[texts.length];
                Arrays.fill(text, "x");
                text[i] = null;
                ThrowingCallable call = () -> new PortAssignment(
                        text[0], PORT, TCP, text[1], text[2], text[3], null, null, text[4], null, text[5], text[6]);
                assertRejectsNull(texts[i], call);
            }
        }

        @ParameterizedTest
        @ValueSource(longs = {-1, 4294967296L, Long.MIN_VALUE, Long.MAX_VALUE})
        void rejectsServiceCodesOfMoreThan32Bits(long code) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> withServiceCode(code))
                    .withMessage("service code " + code + " is outside 0 to 4294967295");
        }

        @ParameterizedTest
        @ValueSource(longs = {0, 1885957735, 2147483648L, 4294967295L})
        void acceptsServiceCodesOf32Bits(long code) {
            assertThat(withServiceCode(code).serviceCode()).isEqualTo(code);
        }

        private static PortAssignment withServiceCode(long code) {
            return new PortAssignment("x", PORT, TCP, "", "", "", null, null, "", code, "", "");
        }

        @Test
        void rejectsRowsThatSayNothing() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortAssignment.of("", null, TCP, "Reserved"))
                    .withMessage("there is neither a service name nor a port number");
            for (String blank : List.of("", " \n", "\u00a0\u200b\0")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> PortAssignment.of("", PORT, TCP, blank))
                        .withMessage("there is neither a service name nor a description that gives the port's state");
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {" ", "\t\n", "\u00a0", "\u3000", "\u200b\ufeff", "\0"})
        void rejectsBlankNames(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortAssignment.of(name, PORT, TCP, "Unassigned"))
                    .withMessage("a service name must not be blank");
        }

        @ParameterizedTest
        @ValueSource(strings = {"443", "0", "4-4", "-", "00443", "99999999999"})
        void rejectsNumericNames(String name) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PortAssignment.of(name, PORT, TCP, ""))
                    .withMessage("a service name without a letter reads as a port number");
        }

        @ParameterizedTest
        @ValueSource(strings = {"\0", "\ufeff", "\u200b", "\u00a0", "\t", "\n", "\u202e", "\ud800"})
        void rejectsInvisibleCharactersInNames(String invisible) {
            for (String name : List.of("ssh" + invisible, invisible + "ssh", "s" + invisible + "sh")) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> PortAssignment.of(name, PORT, TCP, ""))
                        .withMessage("a service name must not have an invisible character");
            }
        }
    }

    @Nested
    class Order {

        private static final PortAssignment LEAST = PortAssignment.of("a", null, null, "");

        @Test
        void comparesColumnByColumn() {
            RegistryDate month = RegistryDate.parse("2007-06");
            RegistryDate day = RegistryDate.parse("2007-06-01");
            List<PortAssignment> ascending = List.of(
                    LEAST,
                    new PortAssignment("a", null, null, "", "", "", null, null, "", null, "", "b"),
                    new PortAssignment("a", null, null, "", "", "", null, null, "", null, "b", ""),
                    new PortAssignment("a", null, null, "", "", "", null, null, "", 9L, "", ""),
                    new PortAssignment("a", null, null, "", "", "", null, null, "", 10L, "", ""),
                    new PortAssignment("a", null, null, "", "", "", null, null, "b", null, "", ""),
                    new PortAssignment("a", null, null, "", "", "", null, month, "", null, "", ""),
                    new PortAssignment("a", null, null, "", "", "", month, null, "", null, "", ""),
                    new PortAssignment("a", null, null, "", "", "", day, null, "", null, "", ""),
                    new PortAssignment("a", null, null, "", "", "b", null, null, "", null, "", ""),
                    new PortAssignment("a", null, null, "", "b", "", null, null, "", null, "", ""),
                    new PortAssignment("a", null, null, "b", "", "", null, null, "", null, "", ""),
                    new PortAssignment("a", null, TCP, "", "", "", null, null, "", null, "", ""),
                    new PortAssignment("a", null, TransportProtocol.UDP, "", "", "", null, null, "", null, "", ""),
                    new PortAssignment("a", PortInterval.of(9), null, "", "", "", null, null, "", null, "", ""),
                    new PortAssignment("a", PortInterval.of(10), null, "", "", "", null, null, "", null, "", ""),
                    new PortAssignment("b", null, null, "", "", "", null, null, "", null, "", ""));
            for (int i = 0; i < ascending.size(); i++) {
                for (int j = 0; j < ascending.size(); j++) {
                    assertThat(Integer.signum(ascending.get(i).compareTo(ascending.get(j))))
                            .as("%s and %s", i, j)
                            .isEqualTo(Integer.compare(i, j));
                }
            }
        }

        /** Two rows are equal exactly if neither comes before the other. */
        @Test
        void agreesWithEquals() {
            List<PortAssignment> sorted =
                    PortRegistry.bundled().assignments().stream().sorted().toList();
            for (int i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i - 1).compareTo(sorted.get(i)) == 0)
                        .isEqualTo(sorted.get(i - 1).equals(sorted.get(i)));
            }
            assertThat(LEAST).isEqualByComparingTo(PortAssignment.of("a", null, null, ""));
            assertRejectsNull("other", () -> LEAST.compareTo(null));
        }
    }

    @Nested
    class Status {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                Unassigned                        | UNASSIGNED
                unassigned                        | UNASSIGNED
                Unassigned [was netstat]          | UNASSIGNED
                (unassigned) Possibly assigned    | UNASSIGNED
                Unassigned (FRP-Released 12/7/00) | UNASSIGNED
                Reserved                          | RESERVED
                IANA Reserved                     | RESERVED
                Reserved - IANA                   | RESERVED
                De-registered                     | RESERVED
                Removed                           | RESERVED
                Deprecated                        | RESERVED
                De-Commissioned Port              | RESERVED
                Decomissioned Port 04/14/00, ms   | RESERVED
                any private mail system           | ASSIGNED
                Possibly used by Sun Solaris????  | ASSIGNED
                Not reserved                      | ASSIGNED
                possibly unassigned               | ASSIGNED
                """)
        @DefaultLocale("tr")
        void dependsOnTheFirstWordsOfNamelessRows(String description, AssignmentStatus status) {
            assertThat(PortAssignment.of("", PORT, null, description).status()).isEqualTo(status);
            assertThat(PortAssignment.of("", PORT, TCP, " " + description + "\n")
                            .status())
                    .isEqualTo(status);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "Reserved", "Unassigned", "De-registered", "RemoteWare Unassigned"})
        void isAssignedForNamedRows(String description) {
            assertThat(PortAssignment.of("remoteware-un", PORT, TCP, description)
                            .status())
                    .isEqualTo(AssignmentStatus.ASSIGNED);
        }
    }

    @Nested
    class AppliesTo {

        @ParameterizedTest
        @EnumSource
        void acceptsOwnTransportOrAnyIfNone(TransportProtocol transport) {
            assertThat(PortAssignment.of("http", PORT, TCP, "").appliesTo(transport))
                    .isEqualTo(transport == TCP);
            assertThat(PortAssignment.of("boe-cms", PORT, null, "").appliesTo(transport))
                    .isTrue();
        }

        @Test
        void rejectsNull() {
            assertRejectsNull(
                    "transport", () -> PortAssignment.of("http", PORT, TCP, "").appliesTo(null));
        }
    }

    @Nested
    class References {

        @ParameterizedTest
        @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                [RFC9293]                               | RFC9293
                [RFC9293][RFC4614]                      | RFC9293, RFC4614
                [RFC9293] [RFC4614]                     | RFC9293, RFC4614
                [ISO/IEC 13818-6 MPEG-2 DSM-CC]         | ISO/IEC 13818-6 MPEG-2 DSM-CC
                [http://www.broadband-forum.org/a][RFC1] | http://www.broadband-forum.org/a, RFC1
                RFC9293                                 | RFC9293
                [RFC9293                                | [RFC9293
                """)
        void areListedWithoutBrackets(String reference, String references) {
            PortAssignment row = withReference(reference);
            assertThat(String.join(", ", row.references())).isEqualTo(references);
            assertThat(row.hasReference()).isTrue();
            assertThat(row.reference()).isEqualTo(reference);
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n"})
        void areEmptyIfTheColumnIsBlank(String reference) {
            assertThat(withReference(reference).references()).isEmpty();
            assertThat(withReference(reference).hasReference()).isFalse();
        }

        private static PortAssignment withReference(String reference) {
            return new PortAssignment("x", PORT, TCP, "", "", "", null, null, reference, null, "", "");
        }
    }

    @Nested
    class AliasOf {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
                This entry is an alias to "whoispp".                                    | whoispp
                This is a duplicate of the "http" service and should not be used.       | http
                New contact added. This entry is an alias to "EtherNet-IP-1". Historic. | EtherNet-IP-1
                This entry is an alias to "a". This entry is an alias to "b".           | a
                This entry is an alias to "".                                           | none
                This entry is an alias to "open                                         | none
                This entry is an alias to whoispp.                                      | none
                Defined TXT keys: ip, port, name, instance, cgi-alias                   | none
                IANA assigned this well-formed name as a replacement for "whois++".     | none
                ``                                                                      | none
                """)
        void isStatedInTheNotes(String notes, String name) {
            assertThat(new PortAssignment("x", PORT, TCP, "", "", "", null, null, "", null, "", notes).aliasOf())
                    .isEqualTo(name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http 80/tcp, http, 80, TCP, World Wide Web HTTP",
        "x11 6000-6063/tcp, x11, 6000-6063, TCP, X Window System",
        "flex-lm 27000-27009, flex-lm, 27000-27009, , FLEX LM",
        "airplay/tcp, airplay, , TCP, ''",
        "scanner, scanner, , , Bonjour Scanning",
        "Reserved 225-241, '', 225-241, , Reserved",
        "Unassigned 26/udp, '', 26, UDP, Unassigned"
    })
    void printsNameAndPorts(
            String printed, String name, String ports, TransportProtocol transport, String description) {
        PortInterval interval = ports == null ? null : PortInterval.parse(ports);
        assertThat(PortAssignment.of(name, interval, transport, description)).hasToString(printed);
    }
}
