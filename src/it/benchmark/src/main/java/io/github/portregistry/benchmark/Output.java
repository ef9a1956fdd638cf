package io.github.portregistry.benchmark;

import io.github.portregistry.IanaCsvWriter;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.RegistryDiff;
import io.github.portregistry.ServicesFileWriter;
import java.io.ByteArrayInputStream;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What is written of a registry of so many times the rows, and how it differs from a later one. */
@State(Scope.Benchmark)
public class Output {

    @Param({"1", "10"})
    public int rows;

    private final CharArrayWriter out = new CharArrayWriter();
    private PortRegistry registry;
    private PortRegistry later;

    /** The later registry lacks one row of twenty, and another has a new assignee. */
    @Setup
    public void setUp() throws IOException {
        registry = PortRegistry.parse(new ByteArrayInputStream(MeasuredEdition.bytes(rows)));
        List<PortAssignment> kept = new ArrayList<>();
        int place = 0;
        for (PortAssignment row : registry.assignments()) {
            switch (place++ % 20) {
                case 0 -> {}
                case 1 -> kept.add(row.withAssignee("[Example]"));
                default -> kept.add(row);
            }
        }
        later = PortRegistry.of(kept);
    }

    @Benchmark
    public int ianaCsvWriter() throws IOException {
        out.reset();
        IanaCsvWriter.write(registry, out);
        return out.size();
    }

    @Benchmark
    public int servicesFileWriter() throws IOException {
        out.reset();
        ServicesFileWriter.write(registry, out);
        return out.size();
    }

    @Benchmark
    public RegistryDiff registryDiff() {
        return RegistryDiff.between(registry, later);
    }
}
