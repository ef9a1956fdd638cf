package io.github.portregistry.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * How many of the edition's named ports each library knows. The right answers are read from the file with commons-csv and
 * not by the library: for each port and transport of a row with a name, the names of all such rows.
 */
final class RightAnswers {

    private record Key(int port, String transport) {}

    private final Map<Key, Set<String>> names = new LinkedHashMap<>();

    RightAnswers() throws IOException {
        try (Reader in = Files.newBufferedReader(MeasuredEdition.file(), UTF_8);
                CSVParser records = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            for (CSVRecord row : records) {
                String name = row.get("Service Name");
                String ports = row.get("Port Number");
                String transport = row.get("Transport Protocol");
                if (!name.isEmpty() && !ports.isEmpty() && !transport.isEmpty()) {
                    String[] ends = ports.split("-");
                    for (int port = Integer.parseInt(ends[0]);
                            port <= Integer.parseInt(ends[ends.length - 1]);
                            port++) {
                        names.computeIfAbsent(new Key(port, transport), any -> new LinkedHashSet<>())
                                .add(name);
                    }
                }
            }
        }
    }

    int count() {
        return names.size();
    }

    long countWithSeveralNames() {
        return names.values().stream().filter(all -> all.size() > 1).count();
    }

    /** Returns the share of ports for which the library names all services. */
    double library(PortRegistry registry) {
        return share((key, all) -> registry.findByPort(key.port, TransportProtocol.parse(key.transport)).stream()
                .filter(row -> row.transport() != null)
                .map(PortAssignment::serviceName)
                .collect(Collectors.toSet())
                .equals(all));
    }

    /**
     * Returns the share of ports for which a peer names at least one of the services, in any letter case, and none that
     * is not there.
     */
    double peer(BiFunction<Integer, String, Set<String>> peer) {
        return share((key, all) -> {
            Set<String> answer = peer.apply(key.port, key.transport);
            Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            known.addAll(all);
            return !answer.isEmpty() && known.containsAll(answer);
        });
    }

    private double share(BiFunction<Key, Set<String>, Boolean> isRight) {
        long right = names.entrySet().stream()
                .filter(entry -> isRight.apply(entry.getKey(), entry.getValue()))
                .count();
        return (double) right / names.size();
    }
}
