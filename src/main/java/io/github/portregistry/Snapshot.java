package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An edition in the form in which it travels in the jar, ready to answer: a fresh process that asks for a port takes over
 * the index as it is, and unpacks no more than the block of rows that the answer is in. For its sake there are no lambdas,
 * streams or concatenated strings on that way, which the virtual machine would have to link first.
 *
 * <p>The bytes are a checksum of all others, the edition's data, a dictionary, the rows in blocks, each deflated by itself
 * with that dictionary, and the index. In a block stands one column after the other; each text ends with {@link #END},
 * and {@link #SAME} is the text above. The bytes are made when the library is built and read by that build alone.
 */
final class Snapshot {

    /** Rows of a block: with more, all blocks together are smaller; with fewer, one is sooner unpacked. */
    private static final int BLOCK = 64;

    /** The first rows are the dictionary; all that a deflater looks back to is about as long. */
    private static final int DICTIONARY = 512;

    /** Those of {@link IanaColumn}, in its order. To ask it how many they are would link its lambdas. */
    private static final int COLUMNS = 12;

    private static final char END = '\0';
    private static final char SAME = '\1';

    private Snapshot() {}

    /** Returns the bytes of an edition. */
    static byte[] write(List<PortAssignment> rows, Edition edition) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(rows.size());
        writeText(Objects.toString(edition.newestDate(), ""), out);
        writeText(Objects.requireNonNull(edition.sha256()), out);
        writeText(Objects.toString(edition.assignmentsOf(), ""), out);
        byte[] dictionary = columns(rows.subList(0, Math.min(DICTIONARY, rows.size())));
        writeBytes(dictionary, out);
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        int[] blockOffsets = new int[(rows.size() + BLOCK - 1) / BLOCK + 1];
        for (int block = 0; block < blockOffsets.length - 1; block++) {
            int first = block * BLOCK;
            blocks.write(deflated(columns(rows.subList(first, Math.min(first + BLOCK, rows.size()))), dictionary));
            blockOffsets[block + 1] = blocks.size();
        }
        writeDifferences(blockOffsets, out);
        blocks.writeTo(out);
        new PortIndex(rows).write(out);
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(checksum(ByteBuffer.wrap(content)))
                .put(content)
                .array();
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        writeBytes(text.getBytes(UTF_8), out);
    }

    private static void writeBytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] columns(List<PortAssignment> rows) {
        StringBuilder texts = new StringBuilder();
        for (IanaColumn column : IanaColumn.values()) {
            String above = null;
            for (PortAssignment row : rows) {
                String text = column.text(row);
                if (text.indexOf(END) >= 0 || text.indexOf(SAME) == 0) {
                    throw new IllegalArgumentException("no block can hold this row: " + row);
                }
                texts.append(text.equals(above) ? String.valueOf(SAME) : text).append(END);
                above = text;
            }
        }
        return texts.toString().getBytes(UTF_8);
    }

    /** Without the checksum that a deflater adds: there is one of all bytes. */
    private static byte[] deflated(byte[] columns, byte[] dictionary) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setDictionary(dictionary);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(columns);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /**
     * Returns the registry of an edition's bytes.
     *
     * @throws IllegalStateException if they are not those that were written
     */
    static PortRegistry read(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES || in.getLong() != checksum(in.duplicate())) {
            throw new IllegalStateException("the edition of the registry in the library's jar is damaged");
        }
        int size = in.getInt();
        RegistryDate newestDate = date(readText(in));
        String sha256 = readText(in);
        RegistryDate assignmentsOf = date(readText(in));
        byte[] dictionary = readBytes(in);
        int[] blockOffsets = readDifferences(in);
        Rows rows = new Rows(bytes, dictionary, in.position(), blockOffsets, size);
        in.position(in.position() + blockOffsets[blockOffsets.length - 1]);
        Edition edition = new Edition(size, newestDate, sha256, Edition.Source.BUNDLED, assignmentsOf);
        return new PortRegistry(rows, new PortIndex(rows, in), edition, Overlays.NONE);
    }

    private static String readText(ByteBuffer in) {
        return new String(readBytes(in), UTF_8);
    }

    private static byte[] readBytes(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }

    /** Writes ascending numbers so that they compress well. */
    static void writeDifferences(int[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            out.writeInt(numbers[i] - (i == 0 ? 0 : numbers[i - 1]));
        }
    }

    static int[] readDifferences(ByteBuffer in) {
        int[] numbers = new int[in.getInt()];
        in.asIntBuffer().get(numbers);
        in.position(in.position() + numbers.length * Integer.BYTES);
        for (int i = 1; i < numbers.length; i++) {
            numbers[i] += numbers[i - 1];
        }
        return numbers;
    }

    private static long checksum(ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    private static @Nullable RegistryDate date(String text) {
        return text.isEmpty() ? null : RegistryDate.parse(text);
    }

    /** The rows, a block of which is made when the first of them is asked for. */
    private static final class Rows extends AbstractList<PortAssignment> implements RandomAccess, Serializable {

        private static final long serialVersionUID = 1L;

        private final byte[] bytes;
        private final byte[] dictionary;
        private final int blocksStart;
        private final int[] blockOffsets;
        private final @Nullable PortAssignment[] rows;

        Rows(byte[] bytes, byte[] dictionary, int blocksStart, int[] blockOffsets, int size) {
            this.bytes = bytes;
            this.dictionary = dictionary;
            this.blocksStart = blocksStart;
            this.blockOffsets = blockOffsets;
            this.rows = new PortAssignment[size];
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public PortAssignment get(int index) {
            PortAssignment row = rows[Objects.checkIndex(index, rows.length)];
            return row == null ? unpacked(index) : row;
        }

        /** Travels as a list of Java's own. */
        private Object writeReplace() {
            return List.copyOf(this);
        }

        private synchronized PortAssignment unpacked(int index) {
            if (rows[index] == null) {
                unpack(index / BLOCK);
            }
            return Objects.requireNonNull(rows[index]);
        }

        private void unpack(int block) {
            int first = block * BLOCK;
            int count = Math.min(BLOCK, rows.length - first);
            String texts = inflated(block);
            String[][] columns = new String[COLUMNS][count];
            int start = 0;
            for (String[] column : columns) {
                for (int row = 0; row < count; row++) {
                    int end = texts.indexOf(END, start);
                    column[row] = texts.charAt(start) == SAME ? column[row - 1] : texts.substring(start, end);
                    start = end + 1;
                }
            }
            for (int row = 0; row < count; row++) {
                rows[first + row] = row(columns, row);
            }
        }

        private String inflated(int block) {
            int start = blockOffsets[block];
            int length = blockOffsets[block + 1] - start;
            Inflater inflater = new Inflater(true);
            inflater.setDictionary(dictionary);
            try (InputStream in =
                    new InflaterInputStream(new ByteArrayInputStream(bytes, blocksStart + start, length), inflater)) {
                return new String(in.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new IllegalStateException("a block of the edition in the library's jar cannot be unpacked", e);
            } finally {
                inflater.end();
            }
        }

        private static PortAssignment row(String[][] columns, int row) {
            String ports = columns[1][row];
            String transport = columns[2][row];
            String serviceCode = columns[9][row];
            return new PortAssignment(
                    columns[0][row],
                    ports.isEmpty() ? null : PortInterval.parse(ports),
                    transport.isEmpty() ? null : TransportProtocol.parse(transport),
                    columns[3][row],
                    columns[4][row],
                    columns[5][row],
                    date(columns[6][row]),
                    date(columns[7][row]),
                    columns[8][row],
                    serviceCode.isEmpty() ? null : Long.valueOf(serviceCode),
                    columns[10][row],
                    columns[11][row]);
        }
    }
}
