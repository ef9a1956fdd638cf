package io.github.portregistry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stream of a value is: an exception, or a value that is as good as one that was made here. */
class SerializedFuzz {

    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxarray=1000;maxbytes=1000000;maxdepth=20;io.github.portregistry.*;java.lang.*;!*");

    @MethodSource("io.github.portregistry.Seeds#serialized")
    @FuzzTest
    void reads(byte[] data) throws Exception {
        Object value;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(data))) {
            in.setObjectInputFilter(FILTER);
            value = in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            return;
        } catch (RuntimeException e) {
            if (e.getStackTrace()[0].getClassName().startsWith("java.")) {
                return; // what Java's own reader throws
            }
            throw e;
        }
        if (value instanceof PortSet set) {
            assertEquals(set, PortSet.parse(set.toString()), "its own text");
        } else if (value instanceof PortsByTransport ports) {
            assertEquals(ports, PortsByTransport.parse(ports.toString()), "its own text");
        } else if (value instanceof PortAssignment row) {
            assertEquals(row, row.withReference(row.reference()), "made here");
        }
    }

    static byte[] written(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }
}
