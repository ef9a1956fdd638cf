package io.github.portregistry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * Bytes in the library's jar that are protected by a checksum: the checksum of all other bytes, the SHA-256 of the
 * edition from which they were built, and the content.
 *
 * @param bytes all bytes
 * @param sha256 the SHA-256 of the edition, in hexadecimal
 * @param content the same bytes, positioned after the SHA-256
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SnapshotBytes(byte[] bytes, String sha256, ByteBuffer content) {

    /** The number of characters of a SHA-256 in hexadecimal. */
    private static final int SHA256_LENGTH = 64;

    static byte[] seal(String sha256, byte[] content) {
        if (sha256.length() != SHA256_LENGTH) {
            throw new IllegalArgumentException(sha256 + " is not a SHA-256 hash");
        }
        byte[] bytes = new byte[Long.BYTES + SHA256_LENGTH + content.length];
        ByteBuffer out = ByteBuffer.wrap(bytes, Long.BYTES, bytes.length - Long.BYTES);
        out.put(sha256.getBytes(UTF_8)).put(content);
        out.putLong(0, checksum(bytes));
        return bytes;
    }

    /**
     * Opens sealed bytes.
     *
     * @throws IllegalStateException if the bytes were changed
     */
    static SnapshotBytes open(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length < Long.BYTES + SHA256_LENGTH || in.getLong() != checksum(bytes)) {
            throw new IllegalStateException("the edition of the registry in the library's jar is damaged");
        }
        in.position(Long.BYTES + SHA256_LENGTH);
        return new SnapshotBytes(bytes, new String(bytes, Long.BYTES, SHA256_LENGTH, UTF_8), in);
    }

    private static long checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, Long.BYTES, bytes.length - Long.BYTES);
        return crc.getValue();
    }
}
