package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An edition in the form in which it travels in the jar, ready to answer: a fresh process that asks for a port takes over
 * the index as it is, and unpacks no more than the block of rows that the answer is in. For its sake there are no lambdas,
 * streams or concatenated strings on that way, which the virtual machine would have to link first.
 *
 * <p>The bytes are a checksum of all others, the edition's data, the rows and the index. They are made when the library is
 * built, and read by that build alone.
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
        writeText(Objects.requireNonNull(edition.sha256()), out);
        writeText(Objects.toString(edition.assignmentsOf(), ""), out);
        SnapshotRows.write(rows, out);
        new PortIndex(rows).write(out);
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(checksum(ByteBuffer.wrap(content)))
                .put(content)
                .array();
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * Reads the bytes of an edition.
     *
     * @throws IllegalStateException if they are not those that were written
     */
    static Snapshot read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES || in.getLong() != checksum(in.duplicate())) {
            throw new IllegalStateException("the edition of the registry in the library's jar is damaged");
        }
        RegistryDate newestDate = readDate(in);
        String sha256 = readText(in);
        RegistryDate assignmentsOf = readDate(in);
        SnapshotRows rows = SnapshotRows.read(bytes, in);
        PortIndex ports = new PortIndex(rows, in);
        return new Snapshot(rows, ports, new Edition(rows.size(), newestDate, sha256, null, assignmentsOf));
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

    private static long checksum(ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
