package io.github.portregistry;

import java.util.List;
import java.util.Objects;

/**
 * The rows of one list followed by those of another. They are not copied, since that would unpack all rows of a
 * snapshot.
 */
final class JoinedRows extends AbstractRows {

    private static final long serialVersionUID = 1L;

    private final transient List<PortAssignment> first;
    private final transient List<PortAssignment> second;

    JoinedRows(List<PortAssignment> first, List<PortAssignment> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public PortAssignment get(int index) {
        int behind = Objects.checkIndex(index, size()) - first.size();
        return behind < 0 ? first.get(index) : second.get(behind);
    }
}
