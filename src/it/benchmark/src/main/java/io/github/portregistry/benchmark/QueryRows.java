package io.github.portregistry.benchmark;

import static io.github.portregistry.AssignmentStatus.ASSIGNED;
import static io.github.portregistry.TransportProtocol.TCP;
import static io.github.portregistry.benchmark.Inputs.EDITION;
import static io.github.portregistry.benchmark.Task.asking;
import static io.github.portregistry.benchmark.Task.heap;

import com.google.common.base.Splitter;
import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.benchmark.Task.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.roaringbitmap.RoaringBitmap;

/** Questions that take a scan of the rows, and sets of ports. */
final class QueryRows {

    private static final String WORD = "secure";
    private static final PortInterval X11 = PortInterval.of(6000, 6063);
    private static final PortSet SYSTEM = PortSet.of(PortInterval.of(0, 1023));
    private static final String TOKENS = "ssh, https, domain, ldap, imaps, ipp, 8443, 27017, 6000-6063, 9000-9100";

    private QueryRows() {}

    static List<Row> queries() {
        Task text = asking(EDITION, all -> () -> all.query().text(WORD).list());
        Task textStream = asking(EDITION, all -> () -> rows(all, QueryRows::hasWord));
        Task assigned = asking(EDITION, all -> () -> all.ports(ASSIGNED, TCP));
        Task assignedStream = asking(
                EDITION,
                all -> () -> PortSet.of(rows(all, QueryRows::isAssigned).stream()
                        .map(PortAssignment::ports)
                        .toList()));
        Task label = asking(EDITION, all -> () -> all.names().label(X11, TCP));
        return List.of(
                new Row("query of a text", text)
                        .beside("stream of all rows", textStream)
                        .atMostTimes(2)
                        .atMostBytes(100e3),
                new Row("ports(ASSIGNED, TCP)", assigned)
                        .beside("stream of all rows", assignedStream)
                        .atMostBytes(30e3),
                new Row("label of 6000-6063/tcp", label).atMostBytes(1e3));
    }

    private static List<PortAssignment> rows(PortRegistry registry, Predicate<PortAssignment> test) {
        return registry.assignments().stream().filter(test).toList();
    }

    private static boolean hasWord(PortAssignment row) {
        return row.serviceName().toLowerCase(Locale.ROOT).contains(WORD)
                || row.description().toLowerCase(Locale.ROOT).contains(WORD);
    }

    private static boolean isAssigned(PortAssignment row) {
        return row.ports() != null && row.appliesTo(TCP) && row.status() == ASSIGNED;
    }

    static List<Row> sets() {
        List<Row> rows = new ArrayList<>();
        Task covered = asking(EDITION, all -> () -> all.names().coveredServices(SYSTEM, TCP));
        rows.add(new Row("coveredServices of 0-1023", covered).atMostNanos(50e3).atMostBytes(70e3));
        rows.add(new Row("resolve of ten tokens", asking(EDITION, all -> () -> all.resolve(TOKENS, TCP)))
                .against("Guava and a HashMap", asking(EDITION, QueryRows::guava))
                .atMostTimes(1));
        for (int intervals : List.of(1, 10, 50)) {
            List<PortInterval> all = IntStream.range(0, intervals)
                    .mapToObj(i -> PortInterval.of(1000 * i + 80, 1000 * i + 85))
                    .toList();
            rows.add(new Row("heap of a PortSet, intervals: " + intervals, heap(10_000, () -> PortSet.of(all)))
                    .against("RoaringBitmap", heap(10_000, () -> roaringBitmap(all)))
                    .atMostTimes(1));
        }
        return rows;
    }

    /** What a caller would write for resolve, with Splitter and TreeRangeSet. */
    private static Work guava(PortRegistry registry) {
        Map<String, List<Range<Integer>>> names = new HashMap<>();
        for (PortAssignment row : rows(registry, QueryRows::isAssigned)) {
            names.computeIfAbsent(row.serviceName().toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(Range.closedOpen(row.ports().first(), row.ports().last() + 1));
        }
        Splitter splitter = Splitter.on(',').trimResults();
        return () -> {
            RangeSet<Integer> ports = TreeRangeSet.create();
            for (String token : splitter.split(TOKENS)) {
                List<Range<Integer>> ranges = names.get(token.toLowerCase(Locale.ROOT));
                if (ranges == null) {
                    int hyphen = token.indexOf('-');
                    int first = Integer.parseInt(hyphen < 0 ? token : token.substring(0, hyphen));
                    int last = Integer.parseInt(token.substring(hyphen + 1));
                    ports.add(Range.closedOpen(first, last + 1));
                } else {
                    ports.addAll(ranges);
                }
            }
            return ports;
        };
    }

    private static RoaringBitmap roaringBitmap(List<PortInterval> intervals) {
        RoaringBitmap bitmap = new RoaringBitmap();
        for (PortInterval interval : intervals) {
            bitmap.add((long) interval.first(), interval.last() + 1L);
        }
        bitmap.runOptimize();
        return bitmap;
    }
}
