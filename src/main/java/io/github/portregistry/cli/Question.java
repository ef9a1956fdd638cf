package io.github.portregistry.cli;

import io.github.portregistry.PortInterval;
import io.github.portregistry.PortRegistry;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One argument: a port or an interval, or else a service name, over some of the transports.
 *
 * @param text the number, interval or name without the transport
 * @param ports the port or interval, or null if the text is a name
 */
record Question(String text, @Nullable PortInterval ports, List<TransportProtocol> transports) {

    private static final List<TransportProtocol> EVERY_TRANSPORT = List.of(TransportProtocol.values());

    /** Takes the whole text as a service name if there is one, for some have a slash or look like an interval. */
    static Question parse(String text, PortRegistry registry) {
        int slash = text.lastIndexOf('/');
        if (slash < 0 || !registry.findByName(text).isEmpty()) {
            return of(text, EVERY_TRANSPORT, registry);
        }
        try {
            return of(text.substring(0, slash), List.of(TransportProtocol.parse(text.substring(slash + 1))), registry);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static Question of(String text, List<TransportProtocol> transports, PortRegistry registry) {
        boolean isName = !registry.findByName(text).isEmpty() || !text.matches("[0-9-]+");
        try {
            return new Question(text, isName ? null : PortInterval.parse(text), transports);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
