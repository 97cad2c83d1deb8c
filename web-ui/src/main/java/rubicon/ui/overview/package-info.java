/// The first page: where things stand, and what changed.
@NullMarked
package rubicon.ui.overview;

import org.jspecify.annotations.NullMarked;
