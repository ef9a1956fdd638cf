package io.github.portregistry;

import static io.github.portregistry.OverlayPolicy.MAY_SHADOW;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.TransportProtocol.UDP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.io.OutputStream;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values go over a wire and come back equal; what was changed on the way is refused. Registries do not travel. */
class SerializationTest {

    private static final PortAssignment BILLING =
            PortAssignment.of("billing", PortInterval.of(60123), TCP, "Invoices of ours");

    private static final PortAssignment SSH = PortAssignment.of("ssh", PortInterval.of(22), TCP, "");

    /** The filter that the documentation names. */
    private static final String FILTER =
            "maxarray=1000;maxbytes=1000000;maxdepth=20;io.github.portregistry.*;java.lang.*;!*";

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    @Nested
    class RoundTrip {

        @ParameterizedTest
        @MethodSource("io.github.portregistry.SerializationTest#values")
        void throughAFilter(Object value) throws Exception {
            assertThat(read(bytes(value), FILTER)).isEqualTo(value);
        }

        @ParameterizedTest
        @MethodSource("io.github.portregistry.SerializationTest#values")
        void ofValues(Object value) throws Exception {
            assertThat(read(bytes(value)))
                    .isEqualTo(value)
                    .hasSameHashCodeAs(value)
                    .hasToString(value.toString());
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
                PortSet.empty(),
                PortSet.all(),
                PortSet.parse("22,80,6000-6063,65535"),
                PortsByTransport.empty(),
                PortRegistry.bundled().resolve("domain/udp, https/tcp, 6000-6063/sctp"),
                new AssignmentChange(BILLING, rowOfEveryColumn()),
                new ParseProblem(4, "Port Number", "cp", "not a port", ParseProblem.Severity.ERROR),
                PortRange.USER,
                TransportProtocol.DCCP,
                AssignmentStatus.UNLISTED,
                MAY_SHADOW);
    }

    /** The values and the exceptions. */
    static Stream<Object> all() {
        return Stream.concat(
                values(),
                Stream.of(
                        refusal(() -> PortRegistry.bundled().resolve("dns, 80-70", TCP)),
                        refusal(() -> PortRegistry.bundled().withOverlay(List.of(SSH))),
                        refusal(() -> PortRegistry.parse(new StringReader("ssh,22")))));
    }

    private static Throwable refusal(ThrowingCallable call) {
        Throwable refusal = catchThrowableOfType(IllegalArgumentException.class, call);
        refusal.setStackTrace(new StackTraceElement[0]); // most of the stream
        return refusal;
    }

    @ParameterizedTest
    @ValueSource(classes = {PortRegistry.class, Edition.class, RegistryDiff.class, ParseReport.class, PortQuery.class})
    void notOfRegistriesAndReports(Class<?> type) {
        assertThat(java.io.Serializable.class.isAssignableFrom(type)).isFalse();
    }

    @Nested
    class Exceptions {

        @Test
        void keepTheirData() throws Exception {
            OverlayException refused = catchThrowableOfType(
                    OverlayException.class, () -> PortRegistry.bundled().withOverlay(List.of(SSH)));
            OverlayException received = (OverlayException) read(bytes(refused));
            assertThat(received).hasMessage(refused.getMessage());
            assertThat(received.problems()).isEqualTo(refused.problems()).isNotEmpty();
        }
    }

    @Nested
    class Tampered {

        @Test
        void intervalOutOfRange() throws Exception {
            byte[] stream = replaced(PortInterval.of(0x1122, 0x3344), "00001122 00003344", "00001122 00013344");
            assertRefused(stream, "port 78660 is outside 0 to 65535");
        }

        @Test
        void reversedInterval() throws Exception {
            byte[] stream = replaced(PortInterval.of(0x1122, 0x3344), "00001122 00003344", "00003344 00001122");
            assertRefused(stream, "interval 13124-4386 is reversed");
        }

        @Test
        void invalidDate() throws Exception {
            byte[] stream = replaced(new RegistryDate(2024, 12, null), "0000000C 000007E8", "0000000D 000007E8");
            assertRefused(stream, "2024-13 is not in the calendar");
        }

        @Test
        void serviceCodeOutOfRange() throws Exception {
            byte[] stream = replaced(rowOfEveryColumn(), "0000000070697A65", "0000010070697A65");
            assertRefused(stream, "service code 1101397588581 is outside 0 to 4294967295");
        }

        @Test
        void rowWithNullText() throws Exception {
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
        void invalidSet(String text) throws Exception {
            byte[] stream = replaced(
                    PortSet.of(443), "0003 343433", "0003" + HEX.formatHex(text.getBytes(StandardCharsets.US_ASCII)));
            assertThatThrownBy(() -> read(stream)).hasStackTraceContaining("PortSpecException");
        }

        @Test
        void invalidSetAmongOthers() throws Exception {
            PortsByTransport ports = PortRegistry.bundled().resolve("https/tcp, syslog/udp");
            byte[] stream = replaced(ports, "20 343433", "20 343478");
            assertThatThrownBy(() -> read(stream)).hasStackTraceContaining("PortSpecException");
        }

        @ParameterizedTest
        @ValueSource(classes = {PortSet.class, PortsByTransport.class})
        void classInsteadOfItsProxy(Class<?> type) throws Exception {
            assertThatThrownBy(() -> read(withoutProxy(type))).isExactlyInstanceOf(InvalidObjectException.class);
        }

        @Test
        void cutStream() throws Exception {
            byte[] stream = bytes(rowOfEveryColumn());
            assertThatThrownBy(() -> read(Arrays.copyOf(stream, stream.length / 2)))
                    .isInstanceOf(EOFException.class);
        }

        /** Each object that a value consists of, one at a time. */
        @ParameterizedTest
        @MethodSource("io.github.portregistry.SerializationTest#all")
        void otherObjects(Object value) throws Exception {
            for (Object other :
                    Arrays.asList(null, "x", 80, Arrays.asList("x"), new Object[2000], PortInterval.of(80))) {
                int left;
                int place = 1;
                do {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    try (Forger out = new Forger(bytes, place, other)) {
                        out.writeObject(value);
                        left = out.left;
                    }
                    assertIsRefusedOrWhole(bytes.toByteArray());
                    place++;
                } while (left <= 0);
            }
        }

        /** Lengths, numbers and references among them. */
        @ParameterizedTest
        @MethodSource("io.github.portregistry.SerializationTest#all")
        void otherBytes(Object value) throws Exception {
            byte[] stream = bytes(value);
            for (int i = 0; i < stream.length; i++) {
                for (int other : new int[] {0, 0x70, 0x7f}) {
                    byte[] changed = stream.clone();
                    changed[i] = (byte) other;
                    assertIsRefusedOrWhole(changed);
                }
            }
        }

        /** Whatever is read is as good as what is made here: none of its methods fails. */
        private static void assertIsRefusedOrWhole(byte[] stream) throws Exception {
            Object read;
            try {
                read = read(stream);
            } catch (IOException | ClassNotFoundException | RuntimeException e) {
                return;
            }
            boolean isOurs = read != null && read.getClass().getPackage().equals(PortSet.class.getPackage());
            for (Method method : isOurs ? read.getClass().getDeclaredMethods() : new Method[0]) {
                if (method.getParameterCount() == 0 && Modifier.isPublic(method.getModifiers())) {
                    try {
                        method.invoke(read);
                    } catch (InvocationTargetException e) {
                        assertThat(e.getCause()).isInstanceOf(NoSuchElementException.class); // of the empty set
                    }
                }
            }
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

    /** Reads a stream through the filter, which here lets pass what exceptions have as well. */
    private static Object read(byte[] stream) throws IOException, ClassNotFoundException {
        return read(stream, "java.util.*;" + FILTER);
    }

    private static Object read(byte[] stream, String filter) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stream))) {
            in.setObjectInputFilter(ObjectInputFilter.Config.createFilter(filter));
            return in.readObject();
        }
    }

    /** Writes another object in one place. */
    private static final class Forger extends ObjectOutputStream {

        private final Object other;

        /** The number of objects before the place, and 0 or less after it. */
        private int left;

        Forger(OutputStream out, int place, Object other) throws IOException {
            super(out);
            this.left = place;
            this.other = other;
            enableReplaceObject(true);
        }

        @Override
        protected Object replaceObject(Object object) {
            return --left == 0 ? other : object;
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
