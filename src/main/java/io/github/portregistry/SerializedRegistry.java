package io.github.portregistry;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.List;

/**
 * The form in which a registry goes over the wire: its rows and what it was made of. The indexes are made anew by the one
 * that receives it, and what it receives is checked as any other input.
 *
 * @param assignments all rows, those of the edition first, then those of each overlay
 * @param overlays number of rows of each overlay
 * @param edition the edition
 */
record SerializedRegistry(List<PortAssignment> assignments, List<Integer> overlays, Edition edition)
        implements Serializable {

    private Object readResolve() throws InvalidObjectException {
        try {
            int end = edition.rows();
            PortRegistry registry = new PortRegistry(List.copyOf(assignments.subList(0, end)), edition);
            for (int size : overlays) {
                List<PortAssignment> overlay = assignments.subList(end, end + size);
                registry = registry.withOverlay(overlay, OverlayPolicy.MAY_SHADOW);
                end += size;
            }
            if (end != assignments.size()) {
                throw new InvalidObjectException("more rows than those of the edition and its overlays");
            }
            return registry;
        } catch (RuntimeException e) {
            throw (InvalidObjectException) new InvalidObjectException("not a registry").initCause(e);
        }
    }
}
