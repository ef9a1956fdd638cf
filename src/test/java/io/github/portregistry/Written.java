package io.github.portregistry;

import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What {@link IanaCsvWriter} and {@link ServicesFileWriter} write, as text. */
final class Written {

    /** The one method of such a writer. */
    interface Writer {
        void write(PortRegistry registry, Appendable out) throws IOException;
    }

    private Written() {}

    static String by(Writer writer, PortRegistry registry) {
        StringBuilder out = new StringBuilder();
        try {
            writer.write(registry, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Checks that a writer hands on to its caller that nothing more can be written. */
    static void assertHandsOnThatTheDiskIsFull(Writer writer) {
        IOException failure = new IOException("disk full");
        Appendable full = new Appendable() {
            @Override
            public Appendable append(CharSequence text) throws IOException {
                throw failure;
            }

            @Override
            public Appendable append(CharSequence text, int start, int end) throws IOException {
                throw failure;
            }

            @Override
            public Appendable append(char c) throws IOException {
                throw failure;
            }
        };
        assertThatIOException()
                .isThrownBy(() -> writer.write(PortRegistry.bundled(), full))
                .isSameAs(failure);
    }
}
