package io.github.portregistry.benchmark;

import io.fabric8.ianaservicehelper.Helper;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.ref.Reference;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The heap that one object keeps: what is used after a full collection with eight of them, less what is used without,
 * by eight. Each kind is a main class, for a process of its own with the serial collector.
 */
final class RetainedHeap {

    private static final int INSTANCES = 8;

    private RetainedHeap() {}

    /** Returns the number of bytes. */
    static double of(Class<?> kind) throws IOException, InterruptedException {
        return Double.parseDouble(FreshJvm.run(kind, PortRegistry.class, List.of("-XX:+UseSerialGC")));
    }

    private static void print(Callable<Object> maker) throws Exception {
        maker.call();
        Object[] instances = new Object[INSTANCES];
        long before = used();
        for (int i = 0; i < INSTANCES; i++) {
            instances[i] = maker.call();
        }
        long after = used();
        System.out.println((after - before) / instances.length);
        Reference.reachabilityFence(instances);
    }

    /** For what is static, of which there is but one instance. */
    private static void printOnly(Callable<Object> maker) throws Exception {
        long before = used();
        Object kept = maker.call();
        System.out.println(used() - before);
        Reference.reachabilityFence(kept);
    }

    /** Measures twice, since what the first time needs for itself is counted, too: a thread's buffer of two megabytes. */
    private static long used() {
        usedNow();
        return usedNow();
    }

    private static long usedNow() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static final class Parsed {
        public static void main(String[] args) throws Exception {
            byte[] bytes = MeasuredEdition.bytes();
            print(() -> PortRegistry.parse(new ByteArrayInputStream(bytes)));
        }
    }

    /** A registry in which every look-up has been asked once, so that it has all that it makes when first asked. */
    static final class Asked {
        public static void main(String[] args) throws Exception {
            byte[] bytes = MeasuredEdition.bytes();
            print(() -> askAll(PortRegistry.parse(new ByteArrayInputStream(bytes))));
        }
    }

    private static PortRegistry askAll(PortRegistry registry) {
        for (int port = 0; port <= 65535; port++) {
            registry.findByPort(port);
            for (TransportProtocol transport : TransportProtocol.values()) {
                registry.findByPort(port, transport);
                registry.status(port, transport);
            }
        }
        for (PortAssignment row : registry.assignments()) {
            registry.findByName(row.serviceName());
            row.references();
        }
        return registry;
    }

    static final class BundledAfterPort {
        public static void main(String[] args) throws Exception {
            printOnly(() -> PortRegistry.bundled().findByPort(443, TransportProtocol.TCP));
        }
    }

    static final class BundledAfterName {
        public static void main(String[] args) throws Exception {
            printOnly(() -> PortRegistry.bundled().findByName("https"));
        }
    }

    static final class BundledAfterAll {
        public static void main(String[] args) throws Exception {
            printOnly(() -> askAll(PortRegistry.bundled()));
        }
    }

    static final class CommonsCsvRecords {
        public static void main(String[] args) throws Exception {
            byte[] bytes = MeasuredEdition.bytes();
            print(() -> MeasuredEdition.records(bytes));
        }
    }

    /** Both of its maps. */
    static final class Fabric8 {
        public static void main(String[] args) throws Exception {
            printOnly(() -> List.of(Helper.serviceNames(443, "tcp"), Helper.servicePorts("https")));
        }
    }
}
