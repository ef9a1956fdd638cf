package io.github.portregistry.benchmark;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Loading, and the same look-ups, in a registry of so many times the rows. */
public class Growth {

    private static final int COUNT = PortLookups.COUNT;

    /** The file with so many times the rows. */
    @State(Scope.Benchmark)
    public static class Grown {

        @Param({"1", "10", "80"})
        public int times;

        private byte[] bytes;

        @Setup
        public void setUp() {
            bytes = MeasuredEdition.bytes(times);
        }

        private PortRegistry load() throws IOException {
            return PortRegistry.parse(new ByteArrayInputStream(bytes));
        }
    }

    /** Its registry, and questions that come from the edition itself, whatever the size. */
    @State(Scope.Benchmark)
    public static class Loaded {

        private PortRegistry registry;
        private int[] ports;
        private TransportProtocol[] transports;

        @Setup
        public void setUp(Grown grown) throws IOException {
            registry = grown.load();
            int[] packed = Questions.NAMED.packed(COUNT, MeasuredEdition.registry());
            ports = Questions.ports(packed);
            transports = Questions.transports(packed);
        }
    }

    @Benchmark
    public PortRegistry load(Grown grown) throws IOException {
        return grown.load();
    }

    /** What it costs to keep the records of commons-csv and make nothing of them. */
    @Benchmark
    public List<CSVRecord> loadRecords(Grown grown) throws IOException {
        return MeasuredEdition.records(grown.bytes);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void findByPort(Loaded loaded, Blackhole hole) {
        for (int i = 0; i < COUNT; i++) {
            hole.consume(PortLookups.firstName(loaded.registry.findByPort(loaded.ports[i], loaded.transports[i])));
        }
    }
}
