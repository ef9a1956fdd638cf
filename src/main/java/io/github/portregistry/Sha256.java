package io.github.portregistry;

import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Computes the SHA-256 of the bytes that are read from a stream. */
final class Sha256 {

    private final DigestInputStream stream;

    Sha256(InputStream bytes) {
        try {
            stream = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns the stream to read from. */
    InputStream stream() {
        return stream;
    }

    /** Returns the digest of the bytes that were read, in lower-case hexadecimal. Call this only once. */
    String hex() {
        return HexFormat.of().formatHex(stream.getMessageDigest().digest());
    }
}
