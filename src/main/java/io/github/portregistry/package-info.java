/**
 * Look-ups, queries and comparisons of IANA's Service Name and Transport Protocol Port Number Registry.
 *
 * <p>Start with {@link io.github.portregistry.PortRegistry}, which answers look-ups and
 * {@linkplain io.github.portregistry.PortQuery queries}. It consists of {@link io.github.portregistry.PortAssignment}s,
 * one for each row, which an {@link io.github.portregistry.IanaCsvParser} reads from a file. Ports are represented by
 * {@link io.github.portregistry.PortInterval} and {@link io.github.portregistry.PortSet}.
 *
 * <table>
 * <caption>Where to start for each task</caption>
 * <thead>
 * <tr><th scope="col">task</th><th scope="col">type</th></tr>
 * </thead>
 * <tbody>
 * <tr><td>look up the services of a port, the ports of a service, the state of a port</td>
 *     <td>{@link io.github.portregistry.PortRegistry}</td></tr>
 * <tr><td>find the rows that meet several conditions</td><td>{@link io.github.portregistry.PortQuery}</td></tr>
 * <tr><td>find the range of a port</td><td>{@link io.github.portregistry.PortRange}</td></tr>
 * <tr><td>resolve a specification such as {@code ssh, 6000-6063} to ports</td>
 *     <td>{@link io.github.portregistry.PortRegistry#resolve(String, TransportProtocol)}</td></tr>
 * <tr><td>add your own (site-local) services</td>
 *     <td>{@link io.github.portregistry.PortRegistry#withOverlay(java.util.Collection)}</td></tr>
 * <tr><td>define your own names for sets of ports</td>
 *     <td>{@link io.github.portregistry.PortRegistry#withDefinition(String, String)}</td></tr>
 * <tr><td>label rules, and describe the ports of a rule by name</td>
 *     <td>{@link io.github.portregistry.PortNames}</td></tr>
 * <tr><td>find the ports that a change of rules opens</td><td>{@link io.github.portregistry.PortsByTransport}</td></tr>
 * <tr><td>compare two editions</td><td>{@link io.github.portregistry.RegistryDiff}</td></tr>
 * <tr><td>identify the edition of a registry</td><td>{@link io.github.portregistry.Edition}</td></tr>
 * <tr><td>find the problems of a file</td><td>{@link io.github.portregistry.ParseReport}</td></tr>
 * <tr><td>read a machine's services(5) file</td>
 *     <td>{@link io.github.portregistry.ServicesFileParser}</td></tr>
 * <tr><td>write a file in IANA's layout, or a services(5) file</td>
 *     <td>{@link io.github.portregistry.IanaCsvWriter}, {@link io.github.portregistry.ServicesFileWriter}</td></tr>
 * </tbody>
 * </table>
 *
 * <h2>Compatibility</h2>
 *
 * <p>Releases with the same major version are compatible, with what follows in mind.
 *
 * <ul>
 *   <li>{@link io.github.portregistry.TransportProtocol}, {@link io.github.portregistry.IanaColumn} and {@link
 *       io.github.portregistry.OverlayPolicy} may gain constants at their end, so write a default branch. {@link
 *       io.github.portregistry.PortRange}, {@link io.github.portregistry.AssignmentStatus} and {@link
 *       io.github.portregistry.ParseProblem.Severity} stay as they are.
 *   <li>{@link io.github.portregistry.Edition} may gain components. Other records stay as they are, except that {@link
 *       io.github.portregistry.PortAssignment} gains a component if IANA adds a column. Its constructor of today remains,
 *       and so does what reads a stream of an older release.
 *   <li>The texts of {@link io.github.portregistry.PortInterval}, {@link io.github.portregistry.PortSet}, {@link
 *       io.github.portregistry.PortsByTransport} and {@link io.github.portregistry.RegistryDate} are stable: their
 *       {@code parse} methods accept them. All other texts, labels and messages are for people and may change.
 *   <li>The rows of {@link io.github.portregistry.PortRegistry#bundled()} change with any release.
 *   <li>Limits of what is accepted may rise. What is suspicious, renamed or meant may be told better: the checks of {@code
 *       parseUpdate}, the pairs of {@link io.github.portregistry.RegistryDiff#renamed()}, warnings, hints and everyday names.
 * </ul>
 *
 * <p>No parameter or result is null unless it is marked {@code @Nullable}. A null argument causes a
 * {@link java.lang.NullPointerException} that names the parameter.
 *
 * <p>Values and exceptions are serializable, and refuse a stream of what they cannot be. Read a stream of unknown
 * origin through a filter all the same, since Java reserves memory for arrays that the stream merely announces. This
 * one lets all values pass, but no exceptions: {@code
 * maxarray=1000;maxbytes=1000000;maxdepth=20;io.github.portregistry.*;java.lang.*;!*}.
 *
 * @serial exclude
 */
@NullMarked
package io.github.portregistry;

import org.jspecify.annotations.NullMarked;
