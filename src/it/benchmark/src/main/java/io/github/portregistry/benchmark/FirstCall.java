package io.github.portregistry.benchmark;

import static io.github.portregistry.TransportProtocol.TCP;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The first call in a process, from the first statement of main to the answer. Nothing before it loads classes that the
 * library may need: no lambda, no concatenation, no management bean.
 */
final class FirstCall {

    private FirstCall() {}

    /** Makes the call that the first argument names, or reads that file. The answer has to be the second argument. */
    public static void main(String[] args) throws IOException {
        long start = processorNanos();
        Object answer = answer(args[0]);
        long nanos = processorNanos() - start;
        if (!answer.toString().equals(args[1])) {
            throw new IllegalStateException(args[0] + " answers " + answer);
        }
        System.out.println(new Measured(nanos, Double.NaN, 0).words());
    }

    private static Object answer(String call) throws IOException {
        return switch (call) {
            case "findByPort" ->
                PortRegistry.bundled().findByPort(443, TCP).get(0).serviceName();
            case "findByName" ->
                PortRegistry.bundled().findByName("https").get(0).ports();
            case "resolve" -> PortRegistry.bundled().resolve("ssh, https", TCP);
            case "label" -> PortRegistry.bundled().names().label(443, TCP);
            case "withOverlay" -> {
                PortAssignment row = PortAssignment.of("intranet", PortInterval.of(50000), TCP, "Intranet");
                PortRegistry registry = PortRegistry.bundled().withOverlay(List.of(row));
                yield registry.findByPort(50000, TCP).get(0).serviceName();
            }
            default -> Files.readAllBytes(Path.of(call)).length;
        };
    }

    /** Returns the processor time of this thread, for which Linux has a file. */
    private static long processorNanos() throws IOException {
        try (FileInputStream in = new FileInputStream("/proc/thread-self/schedstat")) {
            String text = new String(in.readAllBytes());
            return Long.parseLong(text, 0, text.indexOf(' '), 10);
        }
    }
}
