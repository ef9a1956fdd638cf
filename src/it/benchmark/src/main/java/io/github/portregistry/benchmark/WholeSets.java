package io.github.portregistry.benchmark;

import static io.github.portregistry.TransportProtocol.TCP;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.PortsByTransport;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What takes or gives sets of ports: those of a rule, and specifications. */
@State(Scope.Benchmark)
public class WholeSets {

    private static final String SPEC = "ssh/tcp, https/tcp, 8000-8100/tcp";

    private final PortRegistry registry = MeasuredEdition.registry();
    private final PortNames names = registry.names();
    private final PortRegistry defined = registry.withDefinition("EXAMPLE", SPEC);
    private final PortSet few = PortSet.of(22, 80, 443);
    private final PortSet system = PortSet.of(PortInterval.of(0, 1023));
    private final PortsByTransport resolved = registry.resolve(SPEC);

    @Setup
    public void check() {
        if (!findByPorts().equals(loop())
                || !resolveDefinition().equals(resolved)
                || !registry.resolve(specification()).equals(resolved)) {
            throw new IllegalStateException("unequal answers");
        }
    }

    @Benchmark
    public List<PortAssignment> findByPorts() {
        return registry.findByPorts(system, TCP);
    }

    /** What a caller would write for findByPorts. */
    @Benchmark
    public List<PortAssignment> loop() {
        List<PortAssignment> found = new ArrayList<>();
        for (PortAssignment row : registry.assignments()) {
            PortInterval interval = row.ports();
            if (interval != null
                    && interval.first() <= 1023
                    && row.appliesTo(TCP)
                    && row.status() == AssignmentStatus.ASSIGNED) {
                found.add(row);
            }
        }
        return found;
    }

    @Benchmark
    public List<String> exactServicesOfFew() {
        return names.exactServices(few, TCP);
    }

    @Benchmark
    public List<String> exactServicesOfSystem() {
        return names.exactServices(system, TCP);
    }

    @Benchmark
    public List<String> coveredServicesOfFew() {
        return names.coveredServices(few, TCP);
    }

    @Benchmark
    public List<String> coveredServicesOfSystem() {
        return names.coveredServices(system, TCP);
    }

    @Benchmark
    public PortsByTransport resolve() {
        return registry.resolve(SPEC);
    }

    @Benchmark
    public PortsByTransport resolveDefinition() {
        return defined.resolve("EXAMPLE");
    }

    @Benchmark
    public PortRegistry withDefinition() {
        return registry.withDefinition("EXAMPLE", SPEC);
    }

    @Benchmark
    public String specification() {
        return names.specification(resolved);
    }
}
