/**
 * IANA's Service Name and Transport Protocol Port Number Registry, as a library.
 *
 * <p>The way through the types: text of a file goes through {@link io.github.portregistry.IanaCsvParser} and becomes
 * {@link io.github.portregistry.PortAssignment}s, one a row; these make a
 * {@link io.github.portregistry.PortRegistry}, which answers look-ups and {@linkplain
 * io.github.portregistry.PortQuery queries}. Ports come as {@link io.github.portregistry.PortInterval} and
 * {@link io.github.portregistry.PortSet}.
 *
 * <p>No parameter and no result may be null unless it is marked {@code @Nullable}; a null argument gets a
 * {@link java.lang.NullPointerException} that names the parameter.
 *
 * @serial exclude
 */
@NullMarked
package io.github.portregistry;

import org.jspecify.annotations.NullMarked;
