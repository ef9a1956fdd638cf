package io.github.portregistry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Suggestions for a service name that is not registered, or has no port: help for a person, never a substitution. */
final class NearestNames {

    private static final int MAX_SUGGESTIONS = 5;

    /** Names that everybody uses, and under which names IANA lists the services. */
    private static final Map<String, String> EVERYDAY = Map.of(
            "whois", "nicname",
            "dns", "domain",
            "dhcp", "bootps",
            "postgres", "postgresql",
            "smtps", "submissions",
            "vnc", "rfb",
            "mssql", "ms-sql-s",
            "memcached", "memcache",
            "rdp", "ms-wbt-server",
            "smb", "microsoft-ds");

    private record Candidate(String name, int distance) {}

    private NearestNames() {}

    /** Returns the end of a message: the name under which IANA lists an everyday one, or those spelled alike. */
    static String hint(RegistryRows rows, String name) {
        String everyday = everyday(rows, name);
        if (!everyday.isEmpty()) {
            return everyday;
        }
        List<String> nearest = nearest(rows, name);
        return nearest.isEmpty() ? "" : "; the nearest are " + String.join(", ", nearest);
    }

    /** Returns the end of a message that tells IANA's name for an everyday one, or nothing. */
    static String everyday(RegistryRows rows, String name) {
        String listed = EVERYDAY.get(ServiceNames.folded(name));
        return listed == null || rows.findByName(listed).isEmpty()
                ? ""
                : "; what is commonly called " + name + " is registered as " + listed;
    }

    /** Returns the names that have a port and are fewest edits away, of those the ones with the lowest ports. */
    private static List<String> nearest(RegistryRows rows, String name) {
        int most = Math.min(3, name.length() / 2);
        String wanted = ServiceNames.folded(name);
        return new PortQuery(rows)
                .withPort().stream()
                        .filter(row -> Math.abs(row.serviceName().length() - wanted.length()) <= most)
                        .sorted(Comparator.comparing(row -> Objects.requireNonNull(row.ports())))
                        .map(PortAssignment::serviceName)
                        .distinct()
                        .map(known -> new Candidate(known, distance(wanted, ServiceNames.folded(known))))
                        .filter(candidate -> candidate.distance <= most)
                        .sorted(Comparator.comparingInt(Candidate::distance))
                        .limit(MAX_SUGGESTIONS)
                        .map(Candidate::name)
                        .toList();
    }

    /** Insertions, deletions, substitutions and swaps of neighbours that lead from one text to the other. */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
