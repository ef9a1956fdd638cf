package io.github.portregistry.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Rows of the table that are measured together; a run may be of some groups alone. */
enum Group {
    /** The commons-csv pass falls into one of two compilations, so it takes more forks. */
    PARSE(4, BulkRows::parse, Parsing.class),
    FIRST(FirstRows::add),
    PORTS(LookupRows::ports, PortLookups.class, PeerLookups.class),
    RANGES(LookupRows::ranges, PortRanges.class),
    NAMES(LookupRows::names, NameLookups.class, PeerLookups.class),
    PAIRS(LookupRows::pairs, ManyPairs.class),
    WHOLE(LookupRows::wholeSets, WholeSets.class),
    SIZES(SizeRows::add),
    QUERIES(BulkRows::queries, Queries.class),
    SETS(BulkRows::setAlgebra, SetAlgebra.class),
    GROWTH(BulkRows::growth, Growth.class),
    OUTPUT(BulkRows::output, Output.class),
    ANSWERS(AnswerRows::add);

    /** Adds the rows. */
    interface Rows {
        void add(Measuring measuring) throws Exception;
    }

    private final int forks;
    private final Rows rows;
    private final List<Class<?>> benchmarks;

    Group(Rows rows, Class<?>... benchmarks) {
        this(1, rows, benchmarks);
    }

    Group(int forks, Rows rows, Class<?>... benchmarks) {
        this.forks = forks;
        this.rows = rows;
        this.benchmarks = List.of(benchmarks);
    }

    /** Returns the groups that a list names, such as {@code first,names}; all of them if it is blank. */
    static List<Group> parse(String list) {
        if (list.isBlank()) {
            return List.of(values());
        }
        return Stream.of(list.toUpperCase(Locale.ROOT).split(","))
                .map(String::strip)
                .map(Group::valueOf)
                .toList();
    }

    int forks() {
        return forks;
    }

    /** Returns the classes that JMH runs for it, possibly none. */
    List<Class<?>> benchmarks() {
        return benchmarks;
    }

    void add(Measuring measuring) throws Exception {
        rows.add(measuring);
    }
}
