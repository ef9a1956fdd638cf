package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a snapshot. They are in blocks, each of which is unpacked when its first row is needed.
 *
 * <p>The bytes are the number of rows, a dictionary, and the blocks. Each block is preceded by its length and deflated
 * separately with the dictionary. It has one column after another; each text ends with {@link #END}, and {@link #SAME}
 * repeats the text above.
 */
final class SnapshotRows extends AbstractList<PortAssignment> implements RandomAccess {

    /**
     * The number of rows in a block. More rows make all blocks together smaller; fewer make a block faster to unpack.
     */
    private static final int BLOCK = 128;

    /**
     * The number of rows, from the first one, that are the dictionary. They are about as long as a deflater's window.
     */
    private static final int DICTIONARY = 512;

    /**
     * The number of columns, in the order of {@link IanaColumn}. It is repeated here, since using that class would link
     * its lambdas.
     */
    private static final int COLUMNS = 12;

    private static final char END = '\0';
    private static final char SAME = '\1';

    private final byte[] bytes;
    private final byte[] dictionary;

    /** The position of each block in the bytes: that of its length, which precedes it. */
    private final int[] blockOffsets;

    private final @Nullable PortAssignment[] rows;

    private SnapshotRows(byte[] bytes, byte[] dictionary, int[] blockOffsets, int size) {
        this.bytes = bytes;
        this.dictionary = dictionary;
        this.blockOffsets = blockOffsets;
        this.rows = new PortAssignment[size];
    }

    static void write(List<PortAssignment> rows, DataOutputStream out) throws IOException {
        byte[] dictionary = columns(rows.subList(0, Math.min(DICTIONARY, rows.size())));
        out.writeInt(rows.size());
        out.writeInt(dictionary.length);
        out.write(dictionary);
        for (int first = 0; first < rows.size(); first += BLOCK) {
            byte[] block = deflated(columns(rows.subList(first, Math.min(first + BLOCK, rows.size()))), dictionary);
            out.writeInt(block.length);
            out.write(block);
        }
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

    /** Deflates bytes without a checksum, since there is one over all bytes. */
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

    /** Reads the rows from the position of a buffer over these bytes. */
    static SnapshotRows read(byte[] bytes, ByteBuffer in) {
        int size = in.getInt();
        byte[] dictionary = new byte[in.getInt()];
        in.get(dictionary);
        int[] blockOffsets = new int[(size + BLOCK - 1) / BLOCK];
        for (int block = 0; block < blockOffsets.length; block++) {
            blockOffsets[block] = in.position();
            int length = in.getInt();
            in.position(in.position() + length);
        }
        return new SnapshotRows(bytes, dictionary, blockOffsets, size);
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
        int offset = blockOffsets[block];
        int length = ByteBuffer.wrap(bytes).getInt(offset);
        Inflater inflater = new Inflater(true);
        inflater.setDictionary(dictionary);
        try (InputStream in =
                new InflaterInputStream(new ByteArrayInputStream(bytes, offset + Integer.BYTES, length), inflater)) {
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

    private static @Nullable RegistryDate date(String text) {
        return text.isEmpty() ? null : RegistryDate.parse(text);
    }
}
