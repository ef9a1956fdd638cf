package io.github.portregistry.cli;

import java.util.List;

/** Reads a line by its form. The text of a log is the last one, which has all lines that have no other form. */
final class LineForms {

    /** A form of lines. */
    private interface Form {

        /** Adds the ports of a line and returns true, or returns false if it does not have this form. */
        boolean read(String line, LinePorts found);
    }

    /** The forms in which others have put text come first, since this text may have any other form. */
    private static final List<Form> FORMS = List.of(
            NmapLine::read,
            SocketLine::read,
            JsonLine::readWhole,
            AccessLine::read,
            ContainerLine::read,
            JsonLine::read,
            UfwLine::read,
            RuleLine::read,
            TextLine::read);

    private LineForms() {}

    static LinePorts read(String line) {
        LinePorts found = new LinePorts();
        for (Form form : FORMS) {
            if (form.read(line, found)) {
                break;
            }
        }
        return found;
    }
}
