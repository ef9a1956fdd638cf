/** Checks nothing. */
@NullMarked
package example.nullness;

import org.jspecify.annotations.NullMarked;
