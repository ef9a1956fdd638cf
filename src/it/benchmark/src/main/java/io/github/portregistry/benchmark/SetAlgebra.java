package io.github.portregistry.benchmark;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.roaringbitmap.RoaringBitmap;

/** Union, intersection and difference of two sets of as many intervals. */
@State(Scope.Benchmark)
public class SetAlgebra {

    /** The three operations, as each library has them. */
    public enum Operation {
        UNION,
        INTERSECTION,
        DIFFERENCE;

        /** Returns what the table calls it. */
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Param({"10", "1000"})
    public int intervals;

    @Param
    public Operation operation;

    private final PortSet[] portSets = new PortSet[2];
    private final List<ImmutableRangeSet<Integer>> rangeSets = new ArrayList<>();
    private final RoaringBitmap[] roaringBitmaps = {new RoaringBitmap(), new RoaringBitmap()};
    private final BitSet[] bitSets = {new BitSet(), new BitSet()};

    @Setup
    public void setUp() {
        Random random = new Random(6335);
        for (int i = 0; i < 2; i++) {
            List<PortInterval> all = new ArrayList<>();
            ImmutableRangeSet.Builder<Integer> ranges = ImmutableRangeSet.builder();
            int block = 65_000 / intervals;
            for (int start = 0; start < 65_000; start += block) {
                int first = start + random.nextInt(block / 2);
                int last = first + random.nextInt(block / 2);
                all.add(PortInterval.of(first, last));
                ranges.add(Range.closedOpen(first, last + 1));
                roaringBitmaps[i].add((long) first, last + 1L);
                bitSets[i].set(first, last + 1);
            }
            portSets[i] = PortSet.of(all);
            rangeSets.add(ranges.build());
            roaringBitmaps[i].runOptimize();
        }
        BitSet ports = new BitSet();
        library().ports().forEach(ports::set);
        BitSet guavaPorts = new BitSet();
        guava().asRanges().forEach(range -> guavaPorts.set(range.lowerEndpoint(), range.upperEndpoint()));
        BitSet roaringPorts = new BitSet();
        for (int port : roaring().toArray()) {
            roaringPorts.set(port);
        }
        if (!ports.equals(bitSet()) || !guavaPorts.equals(ports) || !roaringPorts.equals(ports)) {
            throw new IllegalStateException("unequal answers");
        }
    }

    @Benchmark
    public PortSet library() {
        return switch (operation) {
            case UNION -> portSets[0].union(portSets[1]);
            case INTERSECTION -> portSets[0].intersection(portSets[1]);
            case DIFFERENCE -> portSets[0].difference(portSets[1]);
        };
    }

    @Benchmark
    public RoaringBitmap roaring() {
        return switch (operation) {
            case UNION -> RoaringBitmap.or(roaringBitmaps[0], roaringBitmaps[1]);
            case INTERSECTION -> RoaringBitmap.and(roaringBitmaps[0], roaringBitmaps[1]);
            case DIFFERENCE -> RoaringBitmap.andNot(roaringBitmaps[0], roaringBitmaps[1]);
        };
    }

    @Benchmark
    public ImmutableRangeSet<Integer> guava() {
        return switch (operation) {
            case UNION -> rangeSets.get(0).union(rangeSets.get(1));
            case INTERSECTION -> rangeSets.get(0).intersection(rangeSets.get(1));
            case DIFFERENCE -> rangeSets.get(0).difference(rangeSets.get(1));
        };
    }

    @Benchmark
    public BitSet bitSet() {
        BitSet result = (BitSet) bitSets[0].clone();
        switch (operation) {
            case UNION -> result.or(bitSets[1]);
            case INTERSECTION -> result.and(bitSets[1]);
            case DIFFERENCE -> result.andNot(bitSets[1]);
        }
        return result;
    }
}
