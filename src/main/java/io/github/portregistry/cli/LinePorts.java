package io.github.portregistry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.portregistry.PortInterval;
import io.github.portregistry.Texts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ports that are found in a line, from left to right, and the processes that hold the first of them. */
final class LinePorts {

    /** The name of a process that cannot pass for several, or for another label. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9+*/._-]+");

    private final List<LinePort> ports = new ArrayList<>();
    private final Set<String> processes = new LinkedHashSet<>();

    /** Adds a port or an interval, unless the text is neither, or the protocol has no ports of the registry. */
    void add(String text, LineProtocol protocol, String address) {
        PortInterval interval = Ports.find(text);
        if (interval != null) {
            add(interval, protocol, address);
        }
    }

    /** Adds an interval, unless it has port 0, which stands for none, or the protocol has no ports of the registry. */
    void add(PortInterval interval, LineProtocol protocol, String address) {
        if (interval.first() > 0 && protocol != LineProtocol.OTHER) {
            ports.add(new LinePort(interval, protocol, address));
        }
    }

    /** Adds ports, of which those of an unknown protocol have the one that the line names, if it names only one. */
    void addAll(List<LinePort> others, Set<LineProtocol> protocols) {
        LineProtocol only = protocols.size() == 1 ? protocols.iterator().next() : LineProtocol.UNKNOWN;
        for (LinePort port : others) {
            add(port.ports(), port.protocol() == LineProtocol.UNKNOWN ? only : port.protocol(), port.address());
        }
    }

    /**
     * Adds ports and intervals such as {@code 80,443,8000:8010}, all of them or, if one is neither, none.
     *
     * @param protocol the protocol of all of them
     */
    void addList(String list, LineProtocol protocol) {
        List<PortInterval> intervals = new ArrayList<>();
        for (String item : list.split(",", -1)) {
            PortInterval interval = Ports.find(item.replace(':', '-'));
            if (interval == null) {
                return;
            }
            intervals.add(interval);
        }
        intervals.forEach(interval -> add(interval, protocol, ""));
    }

    /** Adds a process by its bytes, or null if they cannot be told from what is around them. */
    void addProcess(@Nullable String bytes) {
        if (bytes == null) {
            processes.add("(unclear)");
        } else {
            String name = Texts.oneLine(new String(bytes.getBytes(ISO_8859_1), UTF_8));
            processes.add(PLAIN.matcher(name).matches() ? name : Texts.quoted(name));
        }
    }

    /** Returns whether a port is found. */
    boolean isEmpty() {
        return ports.isEmpty();
    }

    /** Returns the ports, with duplicates. */
    List<LinePort> ports() {
        return ports;
    }

    /** Returns the names of the processes, each once, in quotes if they could pass for something else. */
    Set<String> processes() {
        return processes;
    }
}
