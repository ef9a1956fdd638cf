/** The command line. This package is not exported. */
@NullMarked
package io.github.portregistry.cli;

import org.jspecify.annotations.NullMarked;
