/**
 * A library for IANA's Service Name and Transport Protocol Port Number Registry.
 *
 * <p>Start with {@link io.github.portregistry.PortRegistry}.
 */
module io.github.portregistry {
    requires org.apache.commons.csv;
    requires static org.jspecify;

    exports io.github.portregistry;
}
