package io.github.portregistry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads an overlay, that is your own (site-local) services, from a file in IANA's layout. An exception names the file
 * and the line.
 */
final class OverlayFile {

    private OverlayFile() {}

    static List<PortAssignment> read(Path csv, RegistryRows rows, OverlayPolicy policy) throws IOException {
        String fileName = Texts.oneLine(String.valueOf(csv.getFileName()));
        try {
            IanaCsvFile file = IanaCsvFile.read(csv, IanaCsvParser.ofOverlay());
            OverlayCheck.check(
                    rows,
                    policy,
                    file.rows(),
                    row -> fileName + ", line " + file.lines()[row] + ", "
                            + file.rows().get(row));
            return file.rows();
        } catch (PortRegistryParseException e) {
            throw new PortRegistryParseException(csv, e);
        }
    }
}
