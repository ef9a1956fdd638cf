package io.github.portregistry.benchmark;

import io.github.portregistry.AssignmentStatus;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.TransportProtocol;
import io.github.portregistry.benchmark.Task.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;

/** Look-ups of ports and of names, beside answers that a caller has ready. */
final class LookupRows {

    private static final int COUNT = 1 << 15;

    private LookupRows() {}

    static List<Row> ports() {
        List<Row> rows = new ArrayList<>();
        for (boolean isBundled : List.of(false, true)) {
            for (boolean isAny : List.of(false, true)) {
                String asked = (isAny ? "any" : "assigned") + " ports, " + (isBundled ? "bundled" : "parsed");
                rows.add(new Row("findByPort, " + asked, asking(isBundled, all -> new Ports(all, isAny).findByPort()))
                        .beside("ready lists", asking(isBundled, all -> new Ports(all, isAny).readyLists()))
                        .atMostTimes(isBundled ? 2.2 : 1.2)
                        .atMostBytes(0));
            }
        }
        for (int size : List.of(1, 3)) {
            rows.add(new Row("findByPorts, ports: " + size, asking(false, all -> new Ports(all, false).findSets(size)))
                    .beside("findByPort into a set", asking(false, all -> new Ports(all, false).findEach(size)))
                    .atMostNanos(size == 1 ? 10 : 200)
                    .atMostBytes(size == 1 ? 0 : 500));
        }
        return rows;
    }

    private static Task asking(boolean isBundled, Function<PortRegistry, Work> work) {
        return Task.warm(
                COUNT, () -> work.apply(isBundled ? PortRegistry.bundled() : PortRegistry.parse(Inputs.EDITION)));
    }

    private static Work sum(IntUnaryOperator question) {
        return () -> {
            int sum = 0;
            for (int i = 0; i < COUNT; i++) {
                sum += question.applyAsInt(i);
            }
            return sum;
        };
    }

    /** Ports and transports that are asked for. */
    private static final class Ports {

        private final PortRegistry registry;
        private final List<PortAssignment> assigned;
        private final int[] ports = new int[COUNT + 2];
        private final TransportProtocol[] transports = new TransportProtocol[COUNT];

        /** Those of assigned rows, each as often as any other, or any ports. */
        Ports(PortRegistry registry, boolean isAny) {
            this.registry = registry;
            this.assigned = registry.assignments().stream()
                    .filter(row -> row.status() == AssignmentStatus.ASSIGNED && row.ports() != null)
                    .toList();
            Random random = new Random(6335);
            for (int i = 0; i < COUNT; i++) {
                PortAssignment row = assigned.get(random.nextInt(assigned.size()));
                ports[i] = isAny ? random.nextInt(65536) : row.ports().first();
                transports[i] = row.transport() == null ? TransportProtocol.TCP : row.transport();
            }
        }

        Work findByPort() {
            return sum(i -> firstName(registry.findByPort(ports[i], transports[i])));
        }

        /** One read of an array that has a list for each port and transport. */
        @SuppressWarnings({"unchecked", "rawtypes"})
        Work readyLists() {
            List<PortAssignment>[] lists = new List[TransportProtocol.values().length << 16];
            Arrays.setAll(lists, place -> new ArrayList<>());
            for (PortAssignment row : assigned) {
                Stream.of(TransportProtocol.values()).filter(row::appliesTo).forEach(transport -> {
                    for (int port = row.ports().first(); port <= row.ports().last(); port++) {
                        lists[transport.ordinal() << 16 | port].add(row);
                    }
                });
            }
            Arrays.setAll(lists, place -> List.copyOf(lists[place]));
            return sum(i -> firstName(lists[transports[i].ordinal() << 16 | ports[i]]));
        }

        private static int firstName(List<PortAssignment> rows) {
            return rows.isEmpty() ? 0 : rows.get(0).serviceName().length();
        }

        /** Asks for each port with those after it. */
        Work findSets(int size) {
            PortSet[] sets = new PortSet[COUNT];
            Arrays.setAll(sets, i -> PortSet.of(Arrays.copyOfRange(ports, i, i + size)));
            return sum(i -> registry.findByPorts(sets[i], transports[i]).size());
        }

        Work findEach(int size) {
            return sum(i -> {
                Set<PortAssignment> rows = new LinkedHashSet<>();
                for (int k = i; k < i + size; k++) {
                    rows.addAll(registry.findByPort(ports[k], transports[i]));
                }
                return rows.size();
            });
        }
    }

    static List<Row> names() {
        List<Row> rows = new ArrayList<>();
        for (boolean isBundled : List.of(false, true)) {
            for (String spelling : List.of("lower", "upper", "absent")) {
                String asked = spelling + ", " + (isBundled ? "bundled" : "parsed");
                rows.add(new Row("findByName, " + asked, asking(isBundled, registry -> findByName(registry, spelling)))
                        .beside("HashMap with toLowerCase", asking(isBundled, registry -> hashMap(registry, spelling)))
                        .atMostTimes(spelling.equals("lower") ? 1.2 : 2)
                        .atMostBytes(0));
            }
        }
        return rows;
    }

    private static Work findByName(PortRegistry registry, String spelling) {
        String[] names = names(registry, spelling);
        return sum(i -> registry.findByName(names[i]).size());
    }

    private static Work hashMap(PortRegistry registry, String spelling) {
        Map<String, List<PortAssignment>> map = new HashMap<>();
        for (PortAssignment row : registry.assignments()) {
            map.computeIfAbsent(row.serviceName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(row);
        }
        map.replaceAll((name, rows) -> List.copyOf(rows));
        String[] names = names(registry, spelling);
        return sum(i ->
                map.getOrDefault(names[i].toLowerCase(Locale.ROOT), List.of()).size());
    }

    /** Returns names in random order, which are other objects than the registry's own, as if read from a file. */
    private static String[] names(PortRegistry registry, String spelling) {
        List<String> all = registry.assignments().stream()
                .map(row -> row.serviceName().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        return new Random(6335)
                .ints(COUNT, 0, all.size())
                .mapToObj(i -> switch (spelling) {
                    case "lower" -> new String(all.get(i));
                    case "upper" -> all.get(i).toUpperCase(Locale.ROOT);
                    default -> all.get(i).substring(1) + "~";
                })
                .toArray(String[]::new);
    }
}
