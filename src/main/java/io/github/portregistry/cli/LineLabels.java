package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Labels the ports in a line with what the registry says about them, and with the process that the line names. */
final class LineLabels {

    /** The maximum length of a line with a process, since no tool writes longer ones. */
    private static final int MAX_WITH_PROCESS = 10_000;

    /** The program in a line of netstat, such as {@code 812/sshd:}. */
    private static final Pattern PROGRAM = Pattern.compile("(?<!\\S)[0-9]+/(\\S+)");

    /** A name of a process that cannot pass for several, or for another label. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+*/._-]+");

    private final PortRegistry registry;
    private final PortNames names;

    LineLabels(PortRegistry registry) {
        this.registry = registry;
        this.names = registry.names();
    }

    /**
     * Returns the labels of a line's ports.
     *
     * @param line the line, in which each character is a byte
     * @return the labels, empty if there is no port
     */
    String of(String line) {
        Set<LinePorts.LinePort> ports = LinePorts.in(line);
        StringBuilder labels = new StringBuilder();
        for (LinePorts.LinePort port : ports) {
            labels.append(labels.isEmpty() ? "" : "; ").append(label(port));
        }
        if (ports.size() == 1 && line.length() <= MAX_WITH_PROCESS) {
            LinePorts.LinePort port = ports.iterator().next();
            Set<String> others = processes(line);
            others.removeIf(process -> isRegistered(process, port));
            String separator = ", process ";
            for (String process : others) {
                labels.append(separator).append(PLAIN.matcher(process).matches() ? process : Texts.quoted(process));
                separator = ", ";
            }
        }
        return labels.toString();
    }

    private String label(LinePorts.LinePort port) {
        PortInterval ports = port.ports();
        if (port.transport() != null) {
            return names.label(ports, port.transport());
        }
        String tcp = names.describe(ports, TransportProtocol.TCP);
        String udp = names.describe(ports, TransportProtocol.UDP);
        return ports + (tcp.equals(udp) ? "/tcp,udp " + tcp : "/tcp " + tcp + "; " + ports + "/udp " + udp);
    }

    private boolean isRegistered(String process, LinePorts.LinePort port) {
        TransportProtocol transport = port.transport();
        return registry.findByPort(port.ports().first()).stream()
                .anyMatch(row ->
                        row.serviceName().equalsIgnoreCase(process) && (transport == null || row.appliesTo(transport)));
    }

    /** Returns the names of the processes in a line of ss, netstat or lsof, each once. */
    private static Set<String> processes(String line) {
        List<String> fields = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(line);
        while (tokens.hasMoreTokens()) {
            fields.add(tokens.nextToken());
        }
        Set<String> processes = new LinkedHashSet<>();
        int users = line.indexOf(LinePorts.PROCESSES_OF_SS);
        if (users >= 0) {
            addOfSs(line, users + LinePorts.PROCESSES_OF_SS.length(), processes);
        } else if (fields.contains("IPv4") || fields.contains("IPv6")) {
            add(fields.get(0), processes);
        } else if (LinePorts.transport(fields.get(0)) != null) {
            Matcher program = PROGRAM.matcher(line);
            if (program.find()) {
                add(program.group(1), processes);
            }
        }
        return processes;
    }

    /** Adds the processes of a text such as {@code "sshd",pid=812,fd=3),("systemd",pid=1,fd=44))}. */
    private static void addOfSs(String line, int start, Set<String> processes) {
        int open = start;
        int close = line.indexOf("\",pid=", open);
        while (open >= 0 && close > open) {
            add(line.substring(open + 1, close), processes);
            open = line.indexOf("(\"", close) + 1;
            close = open == 0 ? -1 : line.indexOf("\",pid=", open);
        }
    }

    private static void add(String process, Set<String> processes) {
        String name = Texts.oneLine(new String(process.getBytes(ISO_8859_1), UTF_8));
        processes.add(name.endsWith(":") ? name.substring(0, name.length() - 1) : name);
    }
}
