package io.github.portregistry;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files, and names the file in exceptions. */
final class TextFile {

    /** Reads the bytes of a file. */
    interface Reading<T> {
        T read(InputStream bytes) throws IOException;
    }

    private TextFile() {}

    /**
     * Returns what is read from a file.
     *
     * @throws IOException if the file cannot be read; the message names it
     * @throws PortRegistryParseException if the reading throws it; the message names the file
     */
    static <T> T read(Path file, Reading<T> reading) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return reading.read(in);
        } catch (PortRegistryParseException e) {
            throw new PortRegistryParseException(file, e);
        } catch (FileSystemException e) {
            throw e; // its message is the name of the file
        } catch (IOException e) {
            throw new IOException(Texts.oneLine(file + ": " + e.getMessage()), e); // a folder's has no name
        }
    }
}
