package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An edition in the form in which it travels in the jar, ready to answer: a fresh process that asks for a port takes over
 * the index as it is, and unpacks no more than the block of rows that the answer is in. For its sake there are no lambdas
 * and streams on that way, which the virtual machine would have to link first.
 *
 * <p>The bytes are made when the library is built, and read by that build alone.
 *
 * @param rows the rows, file order
 * @param ports their index
 * @param edition which edition they are
 */
record Snapshot(List<PortAssignment> rows, PortIndex ports, Edition edition) {

    /** Returns the bytes of an edition. */
    static byte[] write(List<PortAssignment> rows, Edition edition) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        writeText(Objects.toString(edition.newestDate(), ""), out);
        writeText(Objects.toString(edition.assignmentsOf(), ""), out);
        SnapshotRows.write(rows, out);
        PortIndexer.of(rows).write(out);
        return Sealed.seal(Objects.requireNonNull(edition.sha256()), bytes.toByteArray());
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads the bytes of an edition. */
    static Snapshot read(Sealed sealed) {
        ByteBuffer in = sealed.content();
        RegistryDate newestDate = readDate(in);
        RegistryDate assignmentsOf = readDate(in);
        SnapshotRows rows = SnapshotRows.read(sealed.bytes(), in);
        PortIndex ports = new PortIndex(rows, in);
        return new Snapshot(rows, ports, new Edition(rows.size(), newestDate, sealed.sha256(), null, assignmentsOf));
    }

    /** Returns the bytes of the index of an edition's names, which stands by itself: not everyone asks for a name. */
    static byte[] writeNames(List<PortAssignment> rows, String sha256) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new NameIndex(rows).write(new DataOutputStream(bytes));
        return Sealed.seal(sha256, bytes.toByteArray());
    }

    private static @Nullable RegistryDate readDate(ByteBuffer in) {
        String text = readText(in);
        return text.isEmpty() ? null : RegistryDate.parse(text);
    }

    private static String readText(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }
}
