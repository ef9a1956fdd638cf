/**
 * IANA's Service Name and Transport Protocol Port Number Registry, as a library.
 *
 * <p>The way through the types: text of a file goes through {@link io.github.portregistry.IanaCsvParser} and becomes
 * {@link io.github.portregistry.PortAssignment}s, one a row; these make a
 * {@link io.github.portregistry.PortRegistry}, which answers look-ups and {@linkplain
 * io.github.portregistry.PortQuery queries}. Ports come as {@link io.github.portregistry.PortInterval} and
 * {@link io.github.portregistry.PortSet}.
 *
 * <table>
 * <caption>Tasks, and where they begin</caption>
 * <thead>
 * <tr><th scope="col">task</th><th scope="col">type</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>services of a port, ports of a service, states</td>
 *     <td>{@link io.github.portregistry.PortRegistry}</td></tr>
 * <tr><td>what meets several conditions</td><td>{@link io.github.portregistry.PortQuery}</td></tr>
 * <tr><td>the range of a port</td><td>{@link io.github.portregistry.PortRange}</td></tr>
 * <tr><td>ports of a specification such as {@code ssh, 6000-6063}</td>
 *     <td>{@link io.github.portregistry.PortRegistry#resolve(String, TransportProtocol)}</td></tr>
 * <tr><td>your own (site-local) services</td>
 *     <td>{@link io.github.portregistry.PortRegistry#withOverlay(java.util.Collection)}</td></tr>
 * <tr><td>your own names for sets of ports</td>
 *     <td>{@link io.github.portregistry.PortRegistry#withDefinition(String, String)}</td></tr>
 * <tr><td>labels of rules, and rules in words</td><td>{@link io.github.portregistry.PortNames}</td></tr>
 * <tr><td>what a change of rules opens</td><td>{@link io.github.portregistry.PortsByTransport}</td></tr>
 * <tr><td>what an update changes</td><td>{@link io.github.portregistry.RegistryDiff}</td></tr>
 * <tr><td>which edition answers</td><td>{@link io.github.portregistry.Edition}</td></tr>
 * <tr><td>what is odd in a file</td><td>{@link io.github.portregistry.ParseReport}</td></tr>
 * <tr><td>reading a machine's own services(5) file</td>
 *     <td>{@link io.github.portregistry.ServicesFileParser}</td></tr>
 * <tr><td>writing IANA's layout, or a services(5) file</td>
 *     <td>{@link io.github.portregistry.IanaCsvWriter}, {@link io.github.portregistry.ServicesFileWriter}</td></tr>
 * </tbody>
 * </table>
 *
 * <p>No parameter and no result may be null unless it is marked {@code @Nullable}; a null argument gets a
 * {@link java.lang.NullPointerException} that names the parameter.
 *
 * @serial exclude
 */
@NullMarked
package io.github.portregistry;

import org.jspecify.annotations.NullMarked;
