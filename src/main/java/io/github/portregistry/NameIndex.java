package io.github.portregistry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a service name, in any letter case: a hash table whose hash and comparison fold case as they go. */
final class NameIndex {

    /** How many places a name may stand in. Those of IANA's all find one, but names can be made that have one hash. */
    private static final int PLACES = 64;

    /** Rows by name; a name whose place is taken stands in the next free one. Never more than half full. */
    private final @Nullable List<PortAssignment>[] table;

    /** Rows by folded name, of names whose places are all taken. */
    private final Map<String, List<PortAssignment>> crowdedOut = new HashMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    NameIndex(List<PortAssignment> rows) {
        this.table = new List[Integer.highestOneBit(Math.max(1, rows.size())) << 2];
        for (PortAssignment row : rows) {
            String name = row.serviceName();
            if (!name.isEmpty()) {
                add(name, row);
            }
        }
        for (int i = 0; i < table.length; i++) {
            List<PortAssignment> list = table[i];
            if (list != null) {
                table[i] = copyOf(list);
            }
        }
        crowdedOut.replaceAll((name, list) -> copyOf(list));
    }

    private static RowList copyOf(List<PortAssignment> rows) {
        return RowList.of(rows.toArray(PortAssignment[]::new));
    }

    private void add(String name, PortAssignment row) {
        int place = place(name, ServiceNames.foldedHash(name));
        if (place < 0) {
            crowdedOut
                    .computeIfAbsent(ServiceNames.folded(name), any -> new ArrayList<>(2))
                    .add(row);
            return;
        }
        List<PortAssignment> list = table[place];
        if (list == null) {
            table[place] = list = new ArrayList<>(2);
        }
        list.add(row);
    }

    /**
     * Returns the rows of a name, file order, unmodifiable, empty if there is none. A name in lower case has the folded
     * hash as its own, which is ready and found without a look at each letter.
     */
    List<PortAssignment> find(String name) {
        int hash = name.hashCode();
        List<PortAssignment> list = rows(name, hash);
        if (list == null) {
            int foldedHash = ServiceNames.foldedHash(name);
            list = foldedHash == hash ? null : rows(name, foldedHash);
        }
        return list == null ? RowList.of() : list;
    }

    /** Returns the rows of a name if this is its hash, or null. */
    private @Nullable List<PortAssignment> rows(String name, int hash) {
        int place = place(name, hash);
        return place < 0 ? crowdedOut.get(ServiceNames.folded(name)) : table[place];
    }

    /** Returns where the rows of a name stand, or would, if this is its hash; -1 if all its places are taken. */
    private int place(String name, int hash) {
        int first = hash ^ (hash >>> 15);
        for (int i = 0; i < PLACES; i++) {
            int place = (first + i) & (table.length - 1);
            List<PortAssignment> list = table[place];
            if (list == null || ServiceNames.isSame(list.get(0).serviceName(), name)) {
                return place;
            }
        }
        return -1;
    }
}
