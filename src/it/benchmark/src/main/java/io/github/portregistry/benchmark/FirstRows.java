package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Table.NO_GOAL;
import static io.github.portregistry.benchmark.Table.time;

import io.fabric8.ianaservicehelper.Helper;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.benchmark.FirstAnswer.Way;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jnr.netdb.Service;
import org.apache.commons.csv.CSVFormat;
import org.pcap4j.packet.namednumber.TcpPort;

/** The rows of first calls: as they are, and with what the Java virtual machine keeps of an earlier run. */
final class FirstRows {

    private static final Way BYTES = new Way(FirstPeers.Bytes.class, FirstPeers.Bytes.class);
    private static final Way FIND_BY_PORT = call(FirstCalls.FindByPort.class);

    /** Other calls by what the table calls them, with how often the first findByPort they may take. */
    private static final Map<String, Way> CALLS = new LinkedHashMap<>();

    private static final Map<String, Double> AT_MOST =
            Map.of("findByName", 2.0, "resolve", 2.0, "label", 2.0, "withOverlay of one row", 6.0);

    private static final Map<String, Way> PEERS = new LinkedHashMap<>();

    static {
        CALLS.put("findByName", call(FirstCalls.FindByName.class));
        CALLS.put("resolve", call(FirstCalls.Resolve.class));
        CALLS.put("label", call(FirstCalls.Label.class));
        CALLS.put("withOverlay of one row", call(FirstCalls.WithOverlay.class));
        CALLS.put("exactServices", call(FirstCalls.ExactServices.class));
        PEERS.put("nothing", new Way(FirstPeers.Nothing.class, FirstPeers.Nothing.class));
        PEERS.put("commons-csv", new Way(FirstPeers.CommonsCsv.class, CSVFormat.class));
        PEERS.put("fabric8", new Way(FirstPeers.Fabric8.class, Helper.class));
        PEERS.put("jnr-netdb native", new Way(FirstPeers.JnrNative.class, Service.class));
        PEERS.put("jnr-netdb table", new Way(FirstPeers.JnrOwnTable.class, Service.class));
        PEERS.put("pcap4j", new Way(FirstPeers.Pcap4j.class, TcpPort.class));
    }

    private FirstRows() {}

    private static Way call(Class<?> main) {
        return new Way(main, PortRegistry.class);
    }

    static void add(Measuring measuring) throws IOException, InterruptedException {
        int rounds = measuring.effort().processes;
        Table table = measuring.table();
        List<Way> ways = new ArrayList<>(List.of(BYTES, FIND_BY_PORT));
        ways.addAll(CALLS.values());
        ways.addAll(PEERS.values());
        Map<Way, FirstAnswer> answers = FirstAnswer.of(ways, rounds);
        FirstAnswer byPort = answers.get(FIND_BY_PORT);
        List<String> others = new ArrayList<>(List.of(processor(byPort)));
        PEERS.forEach((name, way) ->
                others.add(name + " " + time(answers.get(way).nanos()) + ", " + processor(answers.get(way))));
        table.addTimes(
                "first findByPort in a fresh JVM",
                byPort.nanos(),
                "reading the bytes",
                answers.get(BYTES).nanos(),
                4,
                String.join("; ", others));
        CALLS.forEach((name, way) -> table.addTimes(
                "first " + name,
                answers.get(way).nanos(),
                "first findByPort",
                byPort.nanos(),
                AT_MOST.getOrDefault(name, NO_GOAL),
                processor(answers.get(way))));
        for (ClassArchive archive : ClassArchive.available()) {
            addArchived(archive, answers, measuring);
        }
    }

    private static void addArchived(ClassArchive archive, Map<Way, FirstAnswer> without, Measuring measuring)
            throws IOException, InterruptedException {
        Map<String, Way> plain = new LinkedHashMap<>(Map.of("findByPort", FIND_BY_PORT));
        plain.putAll(CALLS);
        Map<String, Way> archived = new LinkedHashMap<>();
        for (Map.Entry<String, Way> way : plain.entrySet()) {
            archived.put(way.getKey(), archive.of(way.getValue(), measuring.folder()));
        }
        Map<Way, FirstAnswer> answers = FirstAnswer.of(List.copyOf(archived.values()), measuring.effort().processes);
        archived.forEach((name, way) -> measuring
                .table()
                .addTimes(
                        "first " + name + " with " + archive.label(),
                        answers.get(way).nanos(),
                        "without",
                        without.get(plain.get(name)).nanos(),
                        NO_GOAL,
                        processor(answers.get(way))));
    }

    private static String processor(FirstAnswer answer) {
        return time(answer.processorNanos()) + " of processor time";
    }
}
