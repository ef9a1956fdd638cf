package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Table.time;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** The rows of work on all rows of a registry or on large sets. */
final class BulkRows {

    private BulkRows() {}

    static void parse(Measuring measuring) {
        Results results = measuring.results();
        measuring
                .table()
                .addTimes(
                        "strict parse, warm",
                        results.get("Parsing.library()").nanos(),
                        "bare commons-csv pass",
                        results.get("Parsing.commonsCsv()").nanos(),
                        1.5,
                        "bare FastCSV pass "
                                + time(results.get("Parsing.fastCsv()").nanos()));
    }

    static void queries(Measuring measuring) {
        for (Queries.Condition condition : Queries.Condition.values()) {
            String arguments = "(" + condition + ")";
            measuring
                    .table()
                    .addMeasured(
                            "query: " + condition.label(),
                            measuring.results().get("Queries.query" + arguments),
                            "plain loop",
                            measuring.results().get("Queries.loop" + arguments),
                            2);
        }
    }

    static void setAlgebra(Measuring measuring) {
        Results results = measuring.results();
        for (String intervals : List.of("10", "1000")) {
            for (SetAlgebra.Operation operation : SetAlgebra.Operation.values()) {
                String arguments = "(" + intervals + "," + operation + ")";
                measuring
                        .table()
                        .addTimes(
                                operation.label() + " of two sets of " + intervals + " intervals",
                                results.get("SetAlgebra.library" + arguments).nanos(),
                                "RoaringBitmap",
                                results.get("SetAlgebra.roaring" + arguments).nanos(),
                                1,
                                "ImmutableRangeSet "
                                        + time(results.get("SetAlgebra.guava" + arguments)
                                                .nanos())
                                        + ", BitSet "
                                        + time(results.get("SetAlgebra.bitSet" + arguments)
                                                .nanos()));
            }
        }
    }

    static void growth(Measuring measuring) throws IOException {
        Results results = measuring.results();
        for (int times : measuring.effort().growth) {
            double growth = (double) Files.size(MeasuredEdition.grownFile(measuring.folder(), times))
                    / Files.size(MeasuredEdition.file());
            double records = results.get("Growth.loadRecords(" + times + ")").nanos()
                    / results.get("Growth.loadRecords(1)").nanos()
                    / growth;
            String factor = String.format(Locale.ROOT, "%.1f", growth);
            measuring
                    .table()
                    .addTimes(
                            "load with " + times + " times the rows, " + factor + " times the bytes: time / " + factor,
                            results.get("Growth.load(" + times + ")").nanos() / growth,
                            "with the edition's",
                            results.get("Growth.load(1)").nanos(),
                            1.2,
                            String.format(Locale.ROOT, "commons-csv's records kept in a list: ratio %.2f", records));
            measuring
                    .table()
                    .addFree(
                            "findByPort with " + times + " times the rows",
                            results.get("Growth.findByPort(" + times + ")"),
                            "with the edition's",
                            results.get("Growth.findByPort(1)"),
                            1.2,
                            "");
        }
    }

    static void output(Measuring measuring) {
        for (String method : List.of("ianaCsvWriter", "servicesFileWriter", "registryDiff")) {
            String type = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
            measuring
                    .table()
                    .addMeasured(
                            type + " with 10 times the rows",
                            measuring.results().get("Output." + method + "(10)"),
                            "with the edition's",
                            measuring.results().get("Output." + method + "(1)"),
                            15);
        }
    }
}
