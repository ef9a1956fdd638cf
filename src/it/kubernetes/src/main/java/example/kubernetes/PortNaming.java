package example.kubernetes;

import io.github.portregistry.PortRegistry;
import io.github.portregistry.ServiceNames;
import io.github.portregistry.TransportProtocol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names of ports as Kubernetes has them: RFC 6335's service names (its {@code IANA_SVC_NAME}), in lower case. A container's
 * port may have one; a Service's port may have a longer one, and needs one beside others.
 */
final class PortNaming {

    private static final Pattern NUMBERED = Pattern.compile("(tcp|udp|sctp)-\\d+");

    private PortNaming() {}

    /**
     * Returns the name that the registry has for a port, if it is a single one, and Kubernetes takes it. No two names of
     * the registry differ in their letter case alone, so lower case is as good.
     */
    static Optional<String> registered(PortRegistry registry, int port, TransportProtocol transport) {
        List<String> names = registry.names().serviceNames(port, transport);
        return names.stream()
                .filter(name -> names.size() == 1 && ServiceNames.isValid(name))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !NUMBERED.matcher(name).matches())
                .findFirst();
    }

    /** Returns a name that no other port has, such as {@code tcp-8080}. */
    static String numbered(int port, TransportProtocol transport) {
        return transport.keyword() + "-" + port;
    }
}
