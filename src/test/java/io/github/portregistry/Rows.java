package io.github.portregistry;

import java.util.List;

/** What tests read off rows. */
final class Rows {

    private Rows() {}

    static List<String> names(List<PortAssignment> rows) {
        return rows.stream().map(PortAssignment::serviceName).toList();
    }

    static RegistryRows indexed(List<PortAssignment> rows) {
        return RegistryRows.of(Edition.of(rows, null, null), rows);
    }
}
