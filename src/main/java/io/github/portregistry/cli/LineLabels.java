package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.PortAssignment;
import io.github.portregistry.PortInterval;
import io.github.portregistry.PortNames;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.PortSet;
import io.github.portregistry.Texts;
import io.github.portregistry.TransportProtocol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Labels the ports in a line with what the registry says about them, and with the process that the line names. */
final class LineLabels {

    /** The maximum length of a line with a process, since no tool writes longer ones. */
    private static final int MAX_WITH_PROCESS = 10_000;

    /** The characters of service names by RFC 6335, and of those of IANA's that break it. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+*/._-]+");

    private static final Pattern COUNT = Pattern.compile("\\([0-9]+ services?\\)");

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
            if (!others.isEmpty()) {
                labels.append(", process ");
                labels.append(others.stream().map(LineLabels::shown).collect(Collectors.joining(", ")));
            }
        }
        return labels.toString();
    }

    private String label(LinePorts.LinePort port) {
        TransportProtocol transport = port.transport();
        if (transport != null) {
            return label(port.ports(), transport);
        }
        String tcp = label(port.ports(), TransportProtocol.TCP);
        String udp = label(port.ports(), TransportProtocol.UDP);
        String service = tcp.substring(tcp.indexOf(' '));
        return udp.endsWith("/udp" + service) ? port.ports() + "/tcp,udp" + service : tcp + "; " + udp;
    }

    /** Returns the label of ports. Its names are quoted if one of them could pass for several, or for another label. */
    private String label(PortInterval ports, TransportProtocol transport) {
        String label = names.label(ports, transport);
        int end = label.indexOf(' ') + 1;
        String service = label.substring(end);
        boolean isPlain = COUNT.matcher(service).matches()
                || registry.findByPorts(PortSet.of(ports), transport).stream().allMatch(LineLabels::isPlain);
        return isPlain ? label : label.substring(0, end) + Texts.quoted(service);
    }

    /** Returns whether the text that a label has of a row ends where it seems to. A description is in parentheses. */
    private static boolean isPlain(PortAssignment row) {
        return row.serviceName().isEmpty()
                ? row.description().indexOf('(') < 0 && row.description().indexOf(')') < 0
                : PLAIN.matcher(row.serviceName()).matches();
    }

    private boolean isRegistered(String process, LinePorts.LinePort port) {
        PortInterval ports = port.ports();
        TransportProtocol transport = port.transport();
        for (PortAssignment row : registry.findByPort(ports.first())) {
            if (row.serviceName().equalsIgnoreCase(process) && (transport == null || row.appliesTo(transport))) {
                return true;
            }
        }
        return false;
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
            for (String field : fields) {
                String program = programOfNetstat(field);
                if (program != null) {
                    add(program, processes);
                    break;
                }
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

    /** Returns the program of a field such as {@code 812/sshd:}, or null if it is not such a field. */
    private static @Nullable String programOfNetstat(String field) {
        int slash = field.indexOf('/');
        for (int i = 0; i < slash; i++) {
            if (field.charAt(i) < '0' || field.charAt(i) > '9') {
                return null;
            }
        }
        return slash <= 0 || slash == field.length() - 1 ? null : field.substring(slash + 1);
    }

    /** Returns the name of a process as a label has it: in quotes if it could pass for several, or for another label. */
    private static String shown(String process) {
        return PLAIN.matcher(process).matches() ? process : Texts.quoted(process);
    }

    private static void add(String process, Set<String> processes) {
        String name = Texts.oneLine(new String(process.getBytes(ISO_8859_1), UTF_8));
        processes.add(name.endsWith(":") ? name.substring(0, name.length() - 1) : name);
    }
}
