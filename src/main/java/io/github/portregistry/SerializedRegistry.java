package io.github.portregistry;

import java.io.InvalidObjectException;
import java.io.Serializable;
import java.util.List;
import java.util.Set;

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
            List<PortAssignment> rows = List.copyOf(assignments);
            if (edition.rows() + siteLocal != rows.size()) {
                throw new InvalidObjectException("the number of rows is not that of the edition");
            }
            Set<PortAssignment> local = Set.copyOf(rows.subList(edition.rows(), rows.size()));
            return new PortRegistry(rows, new PortIndex(rows), edition, local);
        } catch (RuntimeException e) {
            InvalidObjectException refused = new InvalidObjectException("not a registry: " + e.getMessage());
            refused.initCause(e);
            throw refused;
        }
    }
}
