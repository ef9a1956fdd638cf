package io.github.portregistry;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.List;

/**
 * The form in which a registry goes over the wire: its rows and what it was made of. The indexes are made anew by the one
 * that receives it, and what it receives is checked as any other input.
 *
 * @param assignments all rows, those of overlays last
 * @param siteLocal number of rows that are from overlays
 * @param edition the edition
 */
record SerializedRegistry(List<PortAssignment> assignments, int siteLocal, Edition edition) implements Serializable {

    private Object readResolve() throws InvalidObjectException {
        try {
            int official = assignments.size() - siteLocal;
            if (edition.rows() != official) {
                throw new InvalidObjectException("the number of rows is not that of the edition");
            }
            PortRegistry registry = new PortRegistry(List.copyOf(assignments.subList(0, official)), edition);
            List<PortAssignment> overlay = assignments.subList(official, assignments.size());
            return overlay.isEmpty() ? registry : registry.withOverlay(overlay, OverlayPolicy.MAY_SHADOW);
        } catch (RuntimeException e) {
            throw (InvalidObjectException) new InvalidObjectException("not a registry").initCause(e);
        }
    }
}
