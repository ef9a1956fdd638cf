package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.portregistry.PortRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A filter that copies each line of standard input, byte for byte, and adds what the registry says about its ports. It
 * writes what it has received before it waits for more.
 */
final class LabelCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: COMMAND | ports label

            Copies each line of standard input and adds, after "  # ", what its ports are
            registered for. The lines may come from

              ss -tulpn, netstat -tulpn, netstat -ano, lsof -nP -i, nmap -oG -, docker ps,
              a firewall's log (PROTO=TCP SPT=51234 DPT=1326), or anything with ports in
              such forms: 127.0.0.1:80, [::1]:80, *:80, 80/tcp

            If a line does not give the transport of a port, the label is for tcp and udp.
            If a line names the process that listens, and the registry has another name for
            the port, the label shows both names; that does not mean that either is wrong.

            Run ss, netstat and lsof as root, or they do not show the processes of other
            users; and let them print numbers, since names, which are from this registry,
            get no label.

            If a name in the file given with --edition could pass for several names or for
            another label, it is in quotes. So is the name of a process that has blanks or
            unusual characters.

            """);

    /**
     * The maximum length of a line that gets a label. A longer one is copied as it arrives, since no tool prints such
     * lines.
     */
    private static final int MAX_LINE = 1 << 23;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isTooLong;

    @Override
    public Usage usage() {
        return USAGE;
    }

    @Override
    public boolean run(Arguments arguments, Console console) throws IOException {
        if (!arguments.operands().isEmpty()) {
            throw new Trouble("label takes no files, since it reads standard input; see --help");
        }
        PortRegistry registry = EditionFiles.registry(arguments.edition(null), console);
        LineLabels labels = new LineLabels(registry);
        InputStream in = console.in();
        byte[] buffer = new byte[1 << 16];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int start = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    add(buffer, start, i, console);
                    end(labels, "\n", console);
                    start = i + 1;
                }
            }
            add(buffer, start, count, console);
            console.flush();
        }
        if (line.size() > 0) {
            end(labels, "", console);
        }
        console.flush();
        console.note(EditionFiles.line(registry.edition()));
        return true;
    }

    /** Adds a part of a line, which is kept until the line is complete and can be labelled. */
    private void add(byte[] buffer, int start, int end, Console console) {
        if (!isTooLong && line.size() + end - start > MAX_LINE) {
            isTooLong = true;
            console.write(line.toByteArray(), 0, line.size());
            line.reset();
        }
        if (isTooLong) {
            console.write(buffer, start, end - start);
        } else {
            line.write(buffer, start, end - start);
        }
    }

    private void end(LineLabels labels, String lineEnd, Console console) {
        byte[] bytes = line.toByteArray();
        line.reset();
        isTooLong = false;
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        String label = labels.of(new String(bytes, 0, length, ISO_8859_1));
        console.write(bytes, 0, length);
        console.print(label.isEmpty() ? "" : "  # " + label);
        console.write(bytes, length, bytes.length - length);
        console.print(lineEnd);
    }
}
