/// The four levels of abstraction: what each asks, what speaks of it, and what nobody publishes.
@NullMarked
package rubicon.ui.level;

import org.jspecify.annotations.NullMarked;
