package io.github.portregistry;

import static io.github.portregistry.OverlayPolicy.MAY_SHADOW;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.ObjectStreamConstants;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registries and values go over a wire and come back equal; what was changed on the way is refused. */
class SerializationTest {

    private static final PortAssignment BILLING =
            PortAssignment.of("billing", PortInterval.of(60123), TCP, "Invoices of ours");

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Nested
    class RoundTrip {

        @Test
        void bundledEdition() throws Exception {
            assertComesBack(PortRegistry.bundled());
        }

        @Test
        void officialEditions() throws Exception {
            for (Path edition : Editions.official()) {
                assertComesBack(Editions.registry(edition));
            }
        }

        @Test
        void registryWithoutRows() throws Exception {
            assertComesBack(PortRegistry.of(List.of()));
        }

        @Test
        void registryWithRepeatedRows() throws Exception {
            assertComesBack(PortRegistry.of(List.of(BILLING, BILLING)));
        }

        @Test
        void overlayKeepsOrigins() throws Exception {
            PortAssignment shadow = PortAssignment.of("ssh", PortInterval.of(2022), TCP, "SSH on a port of ours");
            PortRegistry registry =
                    PortRegistry.bundled().withOverlay(List.of(BILLING)).withOverlay(List.of(shadow), MAY_SHADOW);

            PortRegistry received = assertComesBack(registry);

            assertThat(received.isSiteLocal(BILLING)).isTrue();
            assertThat(received.isSiteLocal(shadow)).isTrue();
            assertThat(received.isSiteLocal(registry.assignments().get(0))).isFalse();
            assertThat(received.resolve("ssh", TCP)).isEqualTo(PortSet.of(2022));
        }

        @Test
        void overlayKeepsWhatItsNamesMean() throws Exception {
            PortAssignment later = PortAssignment.of("billing", PortInterval.of(60124), TCP, "Invoices, moved");
            PortRegistry registry =
                    PortRegistry.bundled().withOverlay(List.of(BILLING)).withOverlay(List.of(later), MAY_SHADOW);

            assertThat(assertComesBack(registry).resolve("billing", TCP)).hasToString("60124");
        }

        @Test
        void definitionsWithTheirOrder() throws Exception {
            PortRegistry registry = PortRegistry.bundled()
                    .withOverlay(List.of(BILLING))
                    .withDefinition("WEB", "http/tcp, https/tcp")
                    .withDefinition("OFFICE", "WEB, billing/tcp");

            PortRegistry received = assertComesBack(registry);

            assertThat(received.definitions()).isEqualTo(registry.definitions());
            assertThat(received.definitions().keySet()).containsExactly("WEB", "OFFICE");
            assertThat(received.resolve("office")).isEqualTo(registry.resolve("OFFICE"));
        }

        /** A filter for all but lists; these are of {@link List}'s own classes, which each application knows. */
        @ParameterizedTest
        @MethodSource("io.github.portregistry.SerializationTest#values")
        void pastAFilterOfTheLibrarysClasses(Object value) throws Exception {
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(value)))) {
                in.setObjectInputFilter(ObjectInputFilter.Config.createFilter("io.github.portregistry.*;java.lang.*"
                        + (value instanceof List ? ";java.util.*" : "") + ";!*"));
                assertThat(in.readObject()).isEqualTo(value);
            }
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.SerializationTest#values")
        void value(Object value) throws Exception {
            assertThat(read(bytes(value)))
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value)
                    .hasToString(value.toString());
        }

        private static PortRegistry assertComesBack(PortRegistry registry) throws Exception {
            PortRegistry received = (PortRegistry) read(bytes(registry));
            assertThat(received).isEqualTo(registry).hasSameHashCodeAs(registry).isNotSameAs(registry);
            assertThat(received.edition()).isEqualTo(registry.edition());
            BruteForce.assertAnswersAlike(received, registry);
            return received;
        }
    }

    static Stream<Object> values() {
        return Stream.of(
                PortInterval.of(0),
                PortInterval.of(6000, 6063),
                RegistryDate.parse("2007-06"),
                RegistryDate.parse("2024-02-29"),
                BILLING,
                rowOfEveryColumn(),
                PortRegistry.bundled(),
                PortRegistry.bundled().withOverlay(List.of(BILLING)).withDefinition("WEB", "http/tcp"),
                PortRegistry.bundled().edition(),
                PortRegistry.of(List.of()).edition(),
                PortSet.empty(),
                PortSet.all(),
                PortSet.parse("22,80,6000-6063,65535"),
                PortsByTransport.empty(),
                PortRegistry.bundled().resolve("domain/udp, https/tcp, 6000-6063/sctp"),
                PortRegistry.bundled().findByPort(49152, TCP),
                PortRegistry.bundled().findByPort(443, TCP),
                PortRegistry.bundled().findByPort(80),
                PortRegistry.bundled().assignments(),
                PortRegistry.bundled().withOverlay(List.of(BILLING)).assignments(),
                PortRange.USER,
                TransportProtocol.DCCP,
                AssignmentStatus.UNLISTED,
                MAY_SHADOW);
    }

    @Nested
    class Tampered {

        @Test
        void intervalBeyondThePorts() throws Exception {
            byte[] stream = replaced(PortInterval.of(0x1122, 0x3344), "00001122 00003344", "00001122 00013344");
            assertRefused(stream, "port 78660 is outside 0 to 65535");
        }

        @Test
        void reversedInterval() throws Exception {
            byte[] stream = replaced(PortInterval.of(0x1122, 0x3344), "00001122 00003344", "00003344 00001122");
            assertRefused(stream, "interval 13124-4386 is reversed");
        }

        @Test
        void dateThatIsNone() throws Exception {
            byte[] stream = replaced(new RegistryDate(2024, 12, null), "0000000C 000007E8", "0000000D 000007E8");
            assertRefused(stream, "2024-13 is not in the calendar");
        }

        @Test
        void serviceCodeOutOfRange() throws Exception {
            byte[] stream = replaced(rowOfEveryColumn(), "0000000070697A65", "0000010070697A65");
            assertRefused(stream, "service code 1101397588581 is outside 0 to 4294967295");
        }

        @Test
        void rowWithNullForText() throws Exception {
            // The last text in the stream, so that nothing after it refers back.
            byte[] stream = replaced(rowOfEveryColumn(), "74 0003 737061", "70");
            assertRefused(stream, "unauthorizedUse");
        }

        @Test
        void unknownTransport() throws Exception {
            byte[] stream = replaced(TCP, "0003 544350", "0003 544351");
            assertThatThrownBy(() -> read(stream)).isInstanceOf(InvalidObjectException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"44x", "4;3", "4,,", "9-1", "043"})
        void setThatIsNone(String text) throws Exception {
            byte[] stream = replaced(
                    PortSet.of(443), "0003 343433", "0003" + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII)));
            assertThatThrownBy(() -> read(stream)).hasStackTraceContaining("PortSpecException");
        }

        @Test
        void setThatIsNoneAmongOthers() throws Exception {
            PortsByTransport ports = PortRegistry.bundled().resolve("https/tcp, syslog/udp");
            byte[] stream = replaced(ports, "20 343433", "20 343478");
            assertThatThrownBy(() -> read(stream)).hasStackTraceContaining("PortSpecException");
        }

        @Test
        void registryOfFewerRowsThanItsOverlays() throws Exception {
            assertRefused(registry(rows(BILLING), 2));
            assertRefused(registry(rows(BILLING), 1, 1));
        }

        @Test
        void registryWithAnOverlayOfLessThanNoRows() throws Exception {
            assertRefused(registry(rows(BILLING), -1));
            assertRefused(registry(rows(BILLING), 1, -1));
            assertRefused(registry(rows(BILLING), Integer.MAX_VALUE, Integer.MAX_VALUE, 3));
        }

        @Test
        void registryWithNullForARow() throws Exception {
            assertRefused(registry(rows(BILLING, null)));
        }

        @Test
        void registryOfNothing() throws Exception {
            assertRefused(registry(null));
            assertRefused(bytes(new PortRegistry.Serialized(rows(BILLING), null, null, null, null, new String[0])));
        }

        @Test
        void registryThatWouldNotFitIntoMemory() throws Exception {
            assertRefused(registry(IntStream.range(0, 4000)
                    .mapToObj(i -> PortAssignment.of("nested", PortInterval.of(i, 65535 - i), TCP, ""))
                    .toArray(PortAssignment[]::new)));
        }

        @Test
        void registryWithADefinitionThatIsNone() throws Exception {
            for (String[] definitions : List.of(
                    new String[] {"WEB"},
                    new String[] {"WEB", "tcp 80,"},
                    new String[] {"WEB", null},
                    new String[] {null, "tcp 80"},
                    new String[] {"80", "tcp 80"},
                    new String[] {"WEB", "tcp 80", "web", "tcp 81"})) {
                assertRefused(bytes(
                        new PortRegistry.Serialized(rows(BILLING), new Integer[0], null, null, null, definitions)));
            }
            assertRefused(bytes(new PortRegistry.Serialized(rows(BILLING), new Integer[0], null, null, null, null)));
        }

        private static byte[] registry(PortAssignment[] rows, Integer... overlays) throws IOException {
            return bytes(new PortRegistry.Serialized(rows, overlays, null, null, null, new String[0]));
        }

        private static PortAssignment[] rows(PortAssignment... rows) {
            return rows;
        }

        @ParameterizedTest
        @ValueSource(
                classes = {
                    PortRegistry.class,
                    SnapshotRows.class,
                    RowList.class,
                    JoinedRows.class,
                    PortSet.class,
                    PortsByTransport.class
                })
        void classItselfInsteadOfItsProxy(Class<?> type) throws Exception {
            assertThatThrownBy(() -> read(withoutProxy(type))).isExactlyInstanceOf(InvalidObjectException.class);
        }

        @Test
        void streamThatWasCut() throws Exception {
            byte[] stream = bytes(PortRegistry.bundled());
            assertThatThrownBy(() -> read(Arrays.copyOf(stream, stream.length / 2)))
                    .isInstanceOf(EOFException.class);
        }

        private static void assertRefused(byte[] stream) {
            assertRefused(stream, "not a registry");
        }

        private static void assertRefused(byte[] stream, String message) {
            assertThatThrownBy(() -> read(stream))
                    .isExactlyInstanceOf(InvalidObjectException.class)
                    .hasMessageContaining(message);
        }
    }

    private static PortAssignment rowOfEveryColumn() {
        return new PortAssignment(
                "pize",
                PortInterval.of(5004, 5005),
                UDP,
                "a description\nof two lines",
                "[James_Brown]",
                "[Jo]",
                RegistryDate.parse("2007-06"),
                RegistryDate.parse("2011-10-12"),
                "[RFC9293]",
                0x70697A65L,
                "spa",
                "This entry is an alias to \"pizza\".");
    }

    private static byte[] bytes(Object object) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            return in.readObject();
        }
    }

    /** Returns an object's stream with some bytes, which must be there once, replaced by others; both in hexadecimal. */
    private static byte[] replaced(Object object, String bytes, String others) throws IOException {
        String stream = HEX.formatHex(bytes(object));
        String wanted = bytes.replace(" ", "");
        int found = stream.indexOf(wanted);
        assertThat(found).isNotNegative().isEqualTo(stream.lastIndexOf(wanted)).isEven();
        return HEX.parseHex(
                stream.substring(0, found) + others.replace(" ", "") + stream.substring(found + wanted.length()));
    }

    /** Returns the stream of an object of a class that has no proxy. */
    private static byte[] withoutProxy(Class<?> type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeShort(ObjectStreamConstants.STREAM_MAGIC);
            out.writeShort(ObjectStreamConstants.STREAM_VERSION);
            out.writeByte(ObjectStreamConstants.TC_OBJECT);
            out.writeByte(ObjectStreamConstants.TC_CLASSDESC);
            out.writeUTF(type.getName());
            out.writeLong(ObjectStreamClass.lookup(type).getSerialVersionUID());
            out.writeByte(ObjectStreamConstants.SC_SERIALIZABLE);
            out.writeShort(0); // fields
            out.writeByte(ObjectStreamConstants.TC_ENDBLOCKDATA);
            out.writeByte(ObjectStreamConstants.TC_NULL); // no superclass
        }
        return bytes.toByteArray();
    }
}
