package io.github.portregistry.benchmark;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.TransportProtocol;
import java.util.List;

/** First calls on the bundled edition: from the first statement of main to the answer. */
final class FirstCalls {

    private FirstCalls() {}

    static final class FindByPort {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String name = PortRegistry.bundled()
                    .findByPort(443, TransportProtocol.TCP)
                    .get(0)
                    .serviceName();
            FirstAnswer.print(start, System.nanoTime(), name);
        }
    }

    static final class FindByName {
        public static void main(String[] args) {
            long start = System.nanoTime();
            PortInterval ports =
                    PortRegistry.bundled().findByName("https").get(0).ports();
            FirstAnswer.print(start, System.nanoTime(), ports);
        }
    }

    static final class Resolve {
        public static void main(String[] args) {
            long start = System.nanoTime();
            PortSet ports = PortRegistry.bundled().resolve("ssh, https", TransportProtocol.TCP);
            FirstAnswer.print(start, System.nanoTime(), ports);
        }
    }

    static final class Label {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String label = PortRegistry.bundled().names().label(443, TransportProtocol.TCP);
            FirstAnswer.print(start, System.nanoTime(), label);
        }
    }

    /** One row with a name and a port that nobody has, and the first answer from the new registry. */
    static final class WithOverlay {
        public static void main(String[] args) {
            long start = System.nanoTime();
            PortAssignment row =
                    PortAssignment.of("example-intranet", PortInterval.of(50000), TransportProtocol.TCP, "Intranet");
            String name = PortRegistry.bundled()
                    .withOverlay(List.of(row))
                    .findByPort(50000, TransportProtocol.TCP)
                    .get(0)
                    .serviceName();
            FirstAnswer.print(start, System.nanoTime(), name);
        }
    }

    static final class ExactServices {
        public static void main(String[] args) {
            long start = System.nanoTime();
            List<String> names =
                    PortRegistry.bundled().names().exactServices(PortSet.of(20, 21), TransportProtocol.TCP);
            FirstAnswer.print(start, System.nanoTime(), names);
        }
    }
}
