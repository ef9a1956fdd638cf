package io.github.portregistry;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unmodifiable list of rows that is serialized as one of the JDK's lists, so that a stream never contains this
 * class.
 */
abstract class AbstractRows extends AbstractList<PortAssignment> implements RandomAccess, Serializable {

    private static final long serialVersionUID = 1L;

    /** Replaces the list for serialization. This method is protected so that subclasses inherit it. */
    protected final Object writeReplace() {
        return List.copyOf(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        readObjectNoData();
    }

    /** Called if a stream omits this class. */
    private void readObjectNoData() throws InvalidObjectException {
        throw new InvalidObjectException("rows can only be deserialized from one of the JDK's lists");
    }
}
