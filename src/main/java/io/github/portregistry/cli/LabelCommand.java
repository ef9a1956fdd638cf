package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.portregistry.PortRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * A filter that copies each line of standard input, byte for byte, and adds what the registry says about its ports. It
 * writes what it has received before it waits for more.
 */
final class LabelCommand implements Command {

    private static final Usage USAGE = Usage.of("""
            Usage: COMMAND | ports label [--short]

            Copies each line of standard input and adds, after "  # ", what its ports are
            registered for. These forms are read, and other lines get no label:

              ss, netstat and lsof, with numbers: ss -tulpn, netstat -tulpnW, netstat -ano,
                lsof -nP -i (BSD and macOS: netstat -anW, sockstat; without -W, netstat
                cuts long addresses)
              nmap and nmap -oG -, masscan, docker ps, podman ps, kubectl get svc
              rules: iptables -nL and -S, nft list ruleset, ufw status, firewall-cmd
              JSON: the values of keys whose last word is port, such as src_port,
                "dest.port", hostPort, dpt or id.resp_p, and of no other keys
              logs and other text: 127.0.0.1:80, [::1]:80, 192.0.2.1 port 80, *:80,
                https://host:8080/, 80/tcp, 80,443/tcp, 0.0.0.0:8080->80/tcp, dpt=80,
                dest_port=80; also host.example:80 where the line names the transport
                and the word before is "to" or "from", for example

            If a line does not give the transport of a port, the label is for tcp and udp. A
            line of another protocol, such as icmp, gets no label. A line gets at most 64
            labels, and the others are counted.

            If a line of ss, netstat or lsof names the process that listens, and the
            registry has another name for the port, the label shows both names; that does
            not mean that either is wrong. The process is (unclear) if its name cannot be
            told from what is around it. What a process, a command or a banner is called
            is never read as a port.

            Run ss, netstat and lsof as root, or they do not show the processes of other
            users; and let them print numbers, since names, which are from this registry,
            get no label.

            If a name in the file given with --edition could pass for several names or for
            another label, it is in quotes. So is the name of a process that has blanks or
            unusual characters.

              --short         print, instead of the lines, one line for each port: its
                              label, address and process; lines without a port are
                              counted on standard error
            """);

    /**
     * The maximum length of a line that gets a label. A longer one is copied as it arrives, since no tool prints such
     * lines.
     */
    private static final int MAX_LINE = 1 << 23;

    private final boolean isAtPrompt;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean isTooLong;
    private boolean isShort;
    private int linesWithoutPort;
    private int linesTooLong;

    /** Creates the command, which says what it waits for if a user has to type it. */
    LabelCommand(boolean isAtPrompt) {
        this.isAtPrompt = isAtPrompt;
    }

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
        isShort = arguments.has("--short");
        InputStream in = console.in();
        if (isAtPrompt) {
            console.note("Waiting for lines to label, such as those of: ss -tulpn | ports label");
        }
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
        if (line.size() > 0 || isTooLong) {
            end(labels, "", console);
        }
        console.flush();
        if (linesTooLong > 0) {
            console.note("Lines that are too long to be labelled: " + linesTooLong);
        }
        if (isShort) {
            console.note("Lines without a port: " + linesWithoutPort);
        }
        console.note(EditionFiles.line(registry.edition()));
        return true;
    }

    /** Adds a part of a line, which is kept until the line is complete and can be labelled. */
    private void add(byte[] buffer, int start, int end, Console console) {
        if (!isTooLong && line.size() + end - start > MAX_LINE) {
            isTooLong = true;
            linesTooLong++;
            copy(line.toByteArray(), 0, line.size(), console);
            line.reset();
        }
        if (isTooLong) {
            copy(buffer, start, end - start, console);
        } else {
            line.write(buffer, start, end - start);
        }
    }

    private void copy(byte[] bytes, int start, int length, Console console) {
        if (!isShort) {
            console.write(bytes, start, length);
        }
    }

    private void end(LineLabels labels, String lineEnd, Console console) {
        byte[] bytes = line.toByteArray();
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        String text = new String(bytes, 0, length, ISO_8859_1);
        if (isShort) {
            List<String> lines = labels.shortOf(text);
            linesWithoutPort += lines.isEmpty() && !isTooLong ? 1 : 0;
            console.print(lines);
        } else {
            String label = labels.of(text);
            console.write(bytes, 0, length);
            console.print(label.isEmpty() ? "" : "  # " + label);
            console.write(bytes, length, bytes.length - length);
            console.print(lineEnd);
        }
        line.reset();
        isTooLong = false;
    }
}
