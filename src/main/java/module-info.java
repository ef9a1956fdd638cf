/**
 * Answers what IANA's Service Name and Transport Protocol Port Number Registry says.
 *
 * <p>The way in is {@link io.github.portregistry.PortRegistry}.
 */
module io.github.portregistry {
    requires org.apache.commons.csv;
    requires static org.jspecify;

    exports io.github.portregistry;
}
