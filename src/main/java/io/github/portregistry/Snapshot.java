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
 * An edition in the form that is stored in the jar, ready for look-ups. A fresh process that looks up a port uses the
 * index as it is, and unpacks only the block of rows with the answer. The code on this path has no lambdas or streams,
 * since the virtual machine would have to link these first.
 *
 * <p>The bytes are written when the library is built, and read only by the same build.
 *
 * @param rows the rows in file order
 * @param ports the index of their ports
 * @param edition the edition of the rows
 */
record Snapshot(List<PortAssignment> rows, RowsByPort ports, Edition edition) {

    /** Returns the bytes of an edition. */
    static byte[] write(List<PortAssignment> rows, Edition edition) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        writeText(Objects.toString(edition.newestDate(), ""), out);
        writeText(Objects.toString(edition.asOf(), ""), out);
        writeText(Objects.toString(edition.peopleAsOf(), ""), out);
        SnapshotRows.write(rows, out);
        RowsByPortBuilder.of(rows).write(out);
        return SnapshotBytes.seal(Objects.requireNonNull(edition.sha256()), bytes.toByteArray());
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Reads the bytes of an edition. */
    static Snapshot read(SnapshotBytes sealed) {
        ByteBuffer in = sealed.content();
        RegistryDate newestDate = readDate(in);
        RegistryDate asOf = readDate(in);
        RegistryDate peopleAsOf = readDate(in);
        SnapshotRows rows = SnapshotRows.read(sealed.bytes(), in);
        RowsByPort ports = new RowsByPort(rows, in);
        Edition edition = new Edition(rows.size(), newestDate, asOf, peopleAsOf, sealed.sha256(), null);
        return new Snapshot(rows, ports, edition);
    }

    /**
     * Returns the bytes of the index of an edition's names. They are separate, since not every program looks up a name.
     */
    static byte[] writeNames(List<PortAssignment> rows, String sha256) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new RowsByName(rows).write(new DataOutputStream(bytes));
        return SnapshotBytes.seal(sha256, bytes.toByteArray());
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
