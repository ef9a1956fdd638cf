/** The command line; not exported. */
@NullMarked
package io.github.portregistry.cli;

import org.jspecify.annotations.NullMarked;
