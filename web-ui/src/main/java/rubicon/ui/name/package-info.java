/// What the names of sources mean: the alias files, and the names that none of them knows.
@NullMarked
package rubicon.ui.name;

import org.jspecify.annotations.NullMarked;
