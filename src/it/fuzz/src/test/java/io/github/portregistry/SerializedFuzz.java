package io.github.portregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stream is: an exception, or a value that is as good as one that was made here. */
class SerializedFuzz {

    private static final ObjectInputFilter FILTER =
            ObjectInputFilter.Config.createFilter("io.github.portregistry.*;java.lang.*;maxarray=100000;!*");

    @MethodSource("io.github.portregistry.Seeds#serialized")
    @FuzzTest
    void reads(byte[] data) throws Exception {
        Object value;
        try {
            value = read(data);
        } catch (IOException | ClassNotFoundException e) {
            return;
        } catch (RuntimeException e) {
            if (e.getStackTrace()[0].getClassName().startsWith("java.")) {
                return; // what Java's own reader throws of a stream that is none
            }
            throw e;
        }
        if (value instanceof PortRegistry registry) {
            for (PortAssignment row : registry.assignments()) {
                if (!row.serviceName().isEmpty()) {
                    assertEquals(true, registry.findByName(row.serviceName()).contains(row), "found by name");
                }
            }
            assertEquals(registry.overlay(), List.copyOf(registry.overlay()), "overlay");
        }
        if (value instanceof PortSet set) {
            assertEquals(set, PortSet.parse(set.toString()), "its own text");
        }
        if (value != null && value.getClass().getName().startsWith("io.github.portregistry.")) {
            assertEquals(value, read(written(value)), "comes back");
            value.toString();
        }
    }

    static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private static Object read(byte[] data) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(data))) {
            in.setObjectInputFilter(FILTER);
            return in.readObject();
        }
    }
}
