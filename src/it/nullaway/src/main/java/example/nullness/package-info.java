/** Explains assignments. */
@NullMarked
package example.nullness;

import org.jspecify.annotations.NullMarked;
