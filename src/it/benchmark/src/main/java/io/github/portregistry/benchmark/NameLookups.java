package io.github.portregistry.benchmark;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The rows of a service name, beside the map of lower-case names that a caller would write. */
@State(Scope.Benchmark)
public class NameLookups {

    static final int COUNT = 1 << 13;

    /** The names of the edition, in random order. */
    public enum Asked {
        LOWER,
        UPPER,
        /** Of the registry's length and letters, but none of its names. */
        ABSENT;

        /** Returns what the table calls them. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns names that are other objects than the registry's own, as if read from a file. */
        String[] names(PortRegistry registry) {
            List<String> all = new ArrayList<>(registry.query().serviceNames());
            Random random = new Random(6335);
            String[] names = new String[COUNT];
            for (int i = 0; i < COUNT; i++) {
                String name = all.get(random.nextInt(all.size()));
                String lower = name.toLowerCase(Locale.ROOT);
                names[i] = switch (this) {
                    case LOWER -> new String(lower);
                    case UPPER -> name.toUpperCase(Locale.ROOT);
                    case ABSENT -> lower.substring(0, lower.length() - 1) + '~';
                };
            }
            return names;
        }
    }

    @Param
    public Asked asked;

    @Param
    public Source source;

    private PortRegistry registry;
    private Map<String, List<PortAssignment>> map;
    private String[] names;

    @Setup
    public void setUp() {
        registry = source.registry();
        map = new HashMap<>();
        for (String name : registry.query().serviceNames()) {
            map.put(name.toLowerCase(Locale.ROOT), registry.findByName(name));
        }
        names = asked.names(registry);
        for (String name : names) {
            List<PortAssignment> rows = registry.findByName(name);
            if (!rows.equals(inMap(name)) || rows.isEmpty() != (asked == Asked.ABSENT)) {
                throw new IllegalStateException("unequal answers for " + name);
            }
        }
    }

    private List<PortAssignment> inMap(String name) {
        return map.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void findByName(Blackhole hole) {
        for (String name : names) {
            hole.consume(registry.findByName(name));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void hashMap(Blackhole hole) {
        for (String name : names) {
            hole.consume(inMap(name));
        }
    }
}
