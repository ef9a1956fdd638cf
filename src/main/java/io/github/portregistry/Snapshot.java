package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An edition in the form in which it travels in the jar, ready to answer: a fresh process that asks for a port takes over
 * the index as it is, and makes no more rows than the answer has. For its sake there are no lambdas, streams or
 * concatenated strings on that way, which the virtual machine would have to link first.
 *
 * <p>The bytes are a checksum of all others, the table of all different texts, twelve numbers of that table for each row,
 * those of the edition's data, and the index. They are made when the library is built and read by that build alone.
 */
final class Snapshot {

    private static final int COLUMNS = 12;

    private Snapshot() {}

    /** Returns the bytes of an edition. */
    static byte[] write(List<PortAssignment> rows, Edition edition) throws IOException {
        Texts texts = new Texts();
        ByteArrayOutputStream numbers = new ByteArrayOutputStream();
        DataOutputStream numbersOut = new DataOutputStream(numbers);
        for (IanaColumn column : IanaColumn.values()) {
            for (PortAssignment row : rows) {
                numbersOut.writeChar(texts.number(column.text(row)));
            }
        }
        numbersOut.writeChar(texts.number(Objects.toString(edition.newestDate(), "")));
        numbersOut.writeChar(texts.number(Objects.requireNonNull(edition.sha256())));
        numbersOut.writeChar(texts.number(Objects.toString(edition.assignmentsOf(), "")));

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        texts.write(out);
        out.writeInt(rows.size());
        numbers.writeTo(out);
        new PortIndex(rows).write(out);
        byte[] content = bytes.toByteArray();
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(checksum(ByteBuffer.wrap(content)))
                .put(content)
                .array();
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
        int[] textOffsets = readDifferences(in);
        int textStart = in.position();
        in.position(textStart + textOffsets[textOffsets.length - 1]);
        int size = in.getInt();
        char[] columns = new char[size * COLUMNS];
        in.asCharBuffer().get(columns);
        in.position(in.position() + columns.length * Character.BYTES);
        Rows rows = new Rows(bytes, textStart, textOffsets, columns, size);
        String newestDate = rows.text(in.getChar());
        String sha256 = rows.text(in.getChar());
        String assignmentsOf = rows.text(in.getChar());
        Edition edition = new Edition(size, date(newestDate), sha256, Edition.Source.BUNDLED, date(assignmentsOf));
        return new PortRegistry(rows, new PortIndex(rows, in), edition, Set.of());
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

    /** All different texts, numbered in the order of their first use. */
    private static final class Texts {

        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String text) {
            int number = numbers.computeIfAbsent(text, any -> numbers.size());
            if (number > Character.MAX_VALUE) {
                throw new IllegalStateException("more different texts than a char can number");
            }
            return number;
        }

        void write(DataOutputStream out) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int[] offsets = new int[numbers.size() + 1];
            int count = 0;
            for (String text : numbers.keySet()) {
                bytes.write(text.getBytes(UTF_8));
                offsets[++count] = bytes.size();
            }
            writeDifferences(offsets, out);
            bytes.writeTo(out);
        }
    }

    /** The rows, each made when first asked for. To make one twice, in two threads, gives two that are equal. */
    private static final class Rows extends AbstractList<PortAssignment> implements RandomAccess {

        private final byte[] bytes;
        private final int textStart;
        private final int[] textOffsets;
        private final char[] columns;
        private final @Nullable String[] texts;
        private final @Nullable PortAssignment[] rows;

        Rows(byte[] bytes, int textStart, int[] textOffsets, char[] columns, int size) {
            this.bytes = bytes;
            this.textStart = textStart;
            this.textOffsets = textOffsets;
            this.columns = columns;
            this.texts = new String[textOffsets.length - 1];
            this.rows = new PortAssignment[size];
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public PortAssignment get(int index) {
            PortAssignment row = rows[Objects.checkIndex(index, rows.length)];
            if (row == null) {
                row = make(index);
                rows[index] = row;
            }
            return row;
        }

        private PortAssignment make(int row) {
            String ports = text(row, 1);
            String transport = text(row, 2);
            String serviceCode = text(row, 9);
            return new PortAssignment(
                    text(row, 0),
                    ports.isEmpty() ? null : PortInterval.parse(ports),
                    transport.isEmpty() ? null : TransportProtocol.parse(transport),
                    text(row, 3),
                    text(row, 4),
                    text(row, 5),
                    date(text(row, 6)),
                    date(text(row, 7)),
                    text(row, 8),
                    serviceCode.isEmpty() ? null : Long.valueOf(serviceCode),
                    text(row, 10),
                    text(row, 11));
        }

        private String text(int row, int column) {
            return text(columns[column * rows.length + row]);
        }

        String text(int number) {
            String text = texts[number];
            if (text == null) {
                int offset = textOffsets[number];
                text = new String(bytes, textStart + offset, textOffsets[number + 1] - offset, UTF_8);
                texts[number] = text;
            }
            return text;
        }
    }
}
