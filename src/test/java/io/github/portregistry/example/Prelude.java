package io.github.portregistry.example;

import static io.github.portregistry.TransportProtocol.TCP;

import io.github.portregistry.ParseProblem;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** What an example has at hand without declaring it; each example is made a class that extends this one. */
public abstract class Prelude {

    private static final List<String> OUTCOMES = new ArrayList<>();

    protected final PortRegistry registry = PortRegistry.bundled();
    protected final PortRegistry before = registry;
    protected final PortRegistry current = registry;
    protected final PortRegistry yesterday = registryOf("readmail");
    protected final PortRegistry today = registryOf("pop2");
    protected final PortAssignment http = registry.findCanonical(80, TCP).orElseThrow();
    protected final PortSet ports = PortSet.parse("1,3,5,7,9,11,13,15,17,19,21,23,25,27-29");
    protected final Path file = Path.of("service-names-port-numbers.csv");
    protected final Path download = Path.of("download.csv");
    protected final Path faulty = Path.of("faulty.csv");
    protected final Path siteCsv = Path.of("site.csv");
    protected final Path etcServices = Path.of("services");
    protected final List<ParseProblem> problems = new ArrayList<>();
    protected final Appendable out = new StringBuilder();

    /** Runs the example. */
    protected abstract void run() throws Exception;

    private static PortRegistry registryOf(String serviceName) {
        return PortRegistry.of(
                List.of(PortAssignment.of(serviceName, PortInterval.of(109), TCP, "Post Office Protocol 2")));
    }

    /** Notes what a claim is about: the value, a string in quotes, or the exception. */
    protected static void claim(int number, Callable<?> call) {
        String outcome;
        try {
            Object value = call.call();
            outcome = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        } catch (Exception e) {
            outcome = "throws " + e.getClass().getSimpleName() + ": " + e.getMessage();
        }
        OUTCOMES.add(number + " " + outcome.replace("\n", "\\n"));
    }

    /** Runs the examples that are named, where IANA's file is, and writes what came out beside it. */
    public static void main(String[] examples) throws Exception {
        Path file = Path.of("service-names-port-numbers.csv");
        String text =
                Files.readString(file) + "later,,,Added later,,,2026-10-01,,,,,\r\n"; // so not the bundled edition
        Files.writeString(file, text);
        Files.writeString(Path.of("download.csv"), text.replaceFirst("\nwimsic,", "\nwimsick,"));
        Files.writeString(Path.of("site.csv"), "Service Name,Port Number,Transport Protocol\nbilling,49100,tcp\n");
        Files.writeString(Path.of("services"), "whois\t43/tcp\tnicname\nrtmp\t1/ddp\n");
        Files.writeString(
                Path.of("faulty.csv"),
                "Service Name,Port Number,Transport Protocol\nhttp,80,tcp\nssh,22,tcp\nx,cp,tcp\n");
        for (String name : examples) {
            Constructor<?> example = Class.forName(name).getDeclaredConstructor();
            example.setAccessible(true);
            ((Prelude) example.newInstance()).run();
        }
        Files.write(Path.of("outcomes"), OUTCOMES);
    }
}
