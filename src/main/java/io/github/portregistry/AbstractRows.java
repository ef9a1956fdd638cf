package io.github.portregistry;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** An unmodifiable list of rows that travels as a list of Java's own, and is never read from a stream itself. */
abstract class AbstractRows extends AbstractList<PortAssignment> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    /** For the subclasses, which inherit it. */
    protected final Object writeReplace() {
        return List.copyOf(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        readObjectNoData();
    }

    /** Called where a stream leaves this class out. */
    private void readObjectNoData() throws InvalidObjectException {
        throw new InvalidObjectException("rows are read as a list of Java's own");
    }
}
