package io.github.portregistry.benchmark;

import static io.github.portregistry.TransportProtocol.UDP;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The rows of UDP that have a reference, beside the loop that a caller would write. */
@State(Scope.Benchmark)
public class Queries {

    private final PortRegistry registry = MeasuredEdition.registry();

    @Setup
    public void check() {
        if (!query().equals(loop())) {
            throw new IllegalStateException("unequal answers");
        }
    }

    @Benchmark
    public List<PortAssignment> query() {
        return registry.query().transport(UDP).withReference().list();
    }

    @Benchmark
    public List<PortAssignment> loop() {
        List<PortAssignment> found = new ArrayList<>();
        for (PortAssignment row : registry.assignments()) {
            if ((row.transport() == UDP || row.transport() == null) && row.hasReference()) {
                found.add(row);
            }
        }
        return found;
    }
}
