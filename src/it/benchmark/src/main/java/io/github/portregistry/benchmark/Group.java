package io.github.portregistry.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Rows that are measured together; a run may be of some groups alone. */
enum Group {
    PARSE(BulkRows::parse),
    FIRST(ProcessRows::firstCalls),
    PORTS(LookupRows::ports),
    NAMES(LookupRows::names),
    QUERIES(QueryRows::queries),
    SIZES(ProcessRows::sizes),
    SERVICES(BulkRows::services),
    GROWTH(BulkRows::growth),
    SETS(QueryRows::sets),
    COMMANDS(ProcessRows::commands);

    private final Supplier<List<Row>> rows;

    Group(Supplier<List<Row>> rows) {
        this.rows = rows;
    }

    /** Returns the groups that a list names, such as {@code first,names}; all of them if it is blank. */
    static List<Group> parse(String list) {
        return list.isBlank()
                ? List.of(values())
                : Stream.of(list.toUpperCase(Locale.ROOT).split(","))
                        .map(name -> valueOf(name.strip()))
                        .toList();
    }

    /** Returns the rows, the same ones in every process. What they measure is not yet made. */
    List<Row> rows() {
        return rows.get();
    }
}
