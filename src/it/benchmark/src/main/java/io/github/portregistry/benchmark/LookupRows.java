package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Table.NO_GOAL;
import static io.github.portregistry.benchmark.Table.size;
import static io.github.portregistry.benchmark.Table.time;
import static io.github.portregistry.benchmark.Table.timeAndBytes;

import io.github.portregistry.benchmark.Results.Measured;
import java.util.List;
import java.util.Map;

/** The rows of look-ups in a warm process. */
final class LookupRows {

    private static final double MOST_NANOS_OF_SERVICES = 50_000;

    private LookupRows() {}

    static void ports(Measuring measuring) {
        Results results = measuring.results();
        String peers = "fabric8 " + timeAndBytes(results.get("PeerLookups.fabric8()"))
                + "; jnr-netdb table " + timeAndBytes(results.get("PeerLookups.jnrTable()"))
                + "; pcap4j " + timeAndBytes(results.get("PeerLookups.pcap4j()"));
        for (Source source : Source.values()) {
            for (Questions asked : Questions.values()) {
                String arguments = "(" + asked + "," + source + ")";
                String label = ", " + asked.label() + ", " + source.label();
                measuring
                        .table()
                        .addFree(
                                "findByPort to the first name" + label,
                                results.get("PortLookups.findByPort" + arguments),
                                "ready lists",
                                results.get("PortLookups.readyLists" + arguments),
                                1.2,
                                source == Source.PARSED && asked == Questions.NAMED ? peers : "");
                measuring
                        .table()
                        .addFree(
                                "status" + label,
                                results.get("PortLookups.status" + arguments),
                                "array read",
                                results.get("PortLookups.statusFromArray" + arguments),
                                3,
                                "");
            }
        }
    }

    static void ranges(Measuring measuring) {
        Results results = measuring.results();
        measuring
                .table()
                .addFree(
                        "PortRange.of",
                        results.get("PortRanges.of()"),
                        "if-chain",
                        results.get("PortRanges.ifChain()"),
                        1,
                        "without a check of the port "
                                + time(results.get("PortRanges.ifChainUnchecked()")
                                        .nanos()));
        measuring
                .table()
                .addTimes(
                        "each of 10 million ports to its range",
                        results.get("PortRanges.ofMany()").nanos(),
                        "copy of the array",
                        results.get("PortRanges.copyOfMany()").nanos(),
                        NO_GOAL,
                        "");
    }

    static void names(Measuring measuring) {
        Results results = measuring.results();
        Map<NameLookups.Asked, Double> atMost =
                Map.of(NameLookups.Asked.LOWER, 1.2, NameLookups.Asked.UPPER, 2.0, NameLookups.Asked.ABSENT, 2.0);
        String peer = "fabric8, exact case only, " + timeAndBytes(results.get("PeerLookups.fabric8ByName()"));
        for (Source source : Source.values()) {
            for (NameLookups.Asked asked : NameLookups.Asked.values()) {
                String arguments = "(" + asked + "," + source + ")";
                measuring
                        .table()
                        .addFree(
                                "findByName, " + asked.label() + ", " + source.label(),
                                results.get("NameLookups.findByName" + arguments),
                                "HashMap with toLowerCase",
                                results.get("NameLookups.hashMap" + arguments),
                                atMost.get(asked),
                                source == Source.PARSED && asked == NameLookups.Asked.LOWER ? peer : "");
            }
        }
    }

    static void pairs(Measuring measuring) {
        Results results = measuring.results();
        for (Questions asked : List.of(Questions.ANY, Questions.SKEWED)) {
            String arguments = "(" + asked + ")";
            Measured oneThread = results.get("ManyPairs.oneThread" + arguments);
            measuring
                    .table()
                    .addTimes(
                            "each of 10 million pairs to the length of its name, " + asked.label(),
                            oneThread.nanos(),
                            "ready lists",
                            results.get("ManyPairs.readyLists" + arguments).nanos(),
                            2,
                            "from one array of all names "
                                    + time(results.get("ManyPairs.namesFromArray" + arguments)
                                            .nanos()));
            measuring
                    .table()
                    .addTimes(
                            "the same in two threads",
                            results.get("ManyPairs.twoThreads" + arguments).nanos(),
                            "in one",
                            oneThread.nanos(),
                            1 / 1.8,
                            "");
        }
    }

    static void wholeSets(Measuring measuring) {
        Results results = measuring.results();
        Table table = measuring.table();
        table.addMeasured(
                "findByPorts of 0-1023",
                results.get("WholeSets.findByPorts()"),
                "plain loop",
                results.get("WholeSets.loop()"),
                2);
        for (String method : List.of("exactServices", "coveredServices")) {
            addServices(table, method + " of 22,80,443", results.get("WholeSets." + method + "OfFew()"));
            addServices(table, method + " of 0-1023", results.get("WholeSets." + method + "OfSystem()"));
        }
        Measured resolve = results.get("WholeSets.resolve()");
        table.addMeasured(
                "specification of three tokens",
                results.get("WholeSets.specification()"),
                "resolve of them",
                resolve,
                NO_GOAL);
        table.addMeasured(
                "resolve of a definition of three tokens",
                results.get("WholeSets.resolveDefinition()"),
                "resolve of them",
                resolve,
                NO_GOAL);
        table.addMeasured(
                "withDefinition of three tokens",
                results.get("WholeSets.withDefinition()"),
                "resolve of them",
                resolve,
                NO_GOAL);
    }

    private static void addServices(Table table, String work, Measured measured) {
        table.addTimes(
                work, measured.nanos(), "limit", MOST_NANOS_OF_SERVICES, 1, "allocates " + size(measured.bytes()));
    }
}
