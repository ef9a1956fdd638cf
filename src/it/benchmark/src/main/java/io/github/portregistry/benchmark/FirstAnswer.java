package io.github.portregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.ianaservicehelper.Helper;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jnr.netdb.JnrTable;
import jnr.netdb.Service;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.pcap4j.packet.namednumber.TcpPort;

/**
 * What 443/tcp is, asked in processes that were just started: from the first statement of main to the answer. Each way to
 * ask is a main class of its own, so that no process loads what another one needs.
 */
final class FirstAnswer {

    /** By main class, what it asks. */
    private static final Map<Class<?>, Class<?>> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put(Library.class, PortRegistry.class);
        WAYS.put(CommonsCsv.class, CSVFormat.class);
        WAYS.put(Bytes.class, Bytes.class);
        WAYS.put(Fabric8.class, Helper.class);
        WAYS.put(JnrNative.class, Service.class);
        WAYS.put(JnrOwnTable.class, Service.class);
        WAYS.put(Pcap4j.class, TcpPort.class);
    }

    private FirstAnswer() {}

    /** Returns the median times in nanoseconds; all ways are taken in turn, so many times. */
    static Map<Class<?>, Double> medians(int rounds) throws IOException, InterruptedException {
        Map<Class<?>, List<Double>> times = new LinkedHashMap<>();
        for (int i = 0; i < rounds; i++) {
            for (Map.Entry<Class<?>, Class<?>> way : WAYS.entrySet()) {
                String nanos = FreshJvm.run(way.getKey(), way.getValue());
                times.computeIfAbsent(way.getKey(), any -> new ArrayList<>()).add(Double.valueOf(nanos));
            }
        }
        Map<Class<?>, Double> medians = new LinkedHashMap<>();
        times.forEach((way, all) -> medians.put(way, Results.median(all)));
        return medians;
    }

    private static void print(long start, long end, Object answer) {
        if (answer == null) {
            throw new IllegalStateException("no answer");
        }
        System.out.println(end - start);
    }

    static final class Library {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String name = PortRegistry.bundled()
                    .findByPort(443, TransportProtocol.TCP)
                    .get(0)
                    .serviceName();
            print(start, System.nanoTime(), name);
        }
    }

    static final class CommonsCsv {
        public static void main(String[] args) throws IOException {
            long start = System.nanoTime();
            long fields = 0;
            try (Reader in = Files.newBufferedReader(Path.of(System.getProperty(MeasuredEdition.PROPERTY)), UTF_8);
                    CSVParser records = CSVFormat.RFC4180.parse(in)) {
                for (CSVRecord csvRecord : records) {
                    fields += csvRecord.size();
                }
            }
            print(start, System.nanoTime(), fields);
        }
    }

    static final class Bytes {
        public static void main(String[] args) throws IOException {
            long start = System.nanoTime();
            byte[] bytes = Files.readAllBytes(Path.of(System.getProperty(MeasuredEdition.PROPERTY)));
            print(start, System.nanoTime(), bytes);
        }
    }

    static final class Fabric8 {
        public static void main(String[] args) throws IOException {
            long start = System.nanoTime();
            String name = Helper.serviceNames(443, "tcp").iterator().next();
            print(start, System.nanoTime(), name);
        }
    }

    /** The system's services file; a system without one gives no answer, in the same time. */
    static final class JnrNative {
        public static void main(String[] args) {
            long start = System.nanoTime();
            Service service = Service.getServiceByPort(443, "tcp");
            print(start, System.nanoTime(), service == null ? "" : service.getName());
        }
    }

    static final class JnrOwnTable {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String name = JnrTable.name(443, "tcp");
            print(start, System.nanoTime(), name);
        }
    }

    static final class Pcap4j {
        public static void main(String[] args) {
            long start = System.nanoTime();
            String name = TcpPort.getInstance((short) 443).name();
            print(start, System.nanoTime(), name);
        }
    }
}
