package io.github.portregistry.benchmark;

import static io.github.portregistry.benchmark.Table.NO_GOAL;
import static io.github.portregistry.benchmark.Table.size;

import io.github.portregistry.PortRegistry;
import java.io.IOException;
import java.nio.file.Files;

/** The rows of bytes: on the heap and in the jar. */
final class SizeRows {

    private static final double MEGABYTE = 1e6;

    private SizeRows() {}

    static void add(Measuring measuring) throws IOException, InterruptedException {
        Table table = measuring.table();
        double file = MeasuredEdition.bytes().length;
        String others = "commons-csv's records " + size(RetainedHeap.of(RetainedHeap.CommonsCsvRecords.class))
                + ", fabric8 " + size(RetainedHeap.of(RetainedHeap.Fabric8.class));
        table.addSizes(
                "heap of a parsed edition", RetainedHeap.of(RetainedHeap.Parsed.class), "file", file, NO_GOAL, others);
        table.addSizes("the same after all look-ups", RetainedHeap.of(RetainedHeap.Asked.class), "file", file, 3.2, "");
        table.addSizes(
                "heap of bundled() after one port",
                RetainedHeap.of(RetainedHeap.BundledAfterPort.class),
                "file",
                file,
                NO_GOAL,
                "");
        table.addSizes(
                "heap of bundled() after one name",
                RetainedHeap.of(RetainedHeap.BundledAfterName.class),
                "limit",
                1.5 * MEGABYTE,
                1,
                "");
        table.addSizes(
                "heap of bundled() after all look-ups",
                RetainedHeap.of(RetainedHeap.BundledAfterAll.class),
                "limit",
                4.5 * MEGABYTE,
                1,
                "");
        table.addSizes("jar", Files.size(FreshJvm.origin(PortRegistry.class)), "limit", 440 * 1024, 1, "");
    }
}
