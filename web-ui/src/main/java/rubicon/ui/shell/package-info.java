/// The frame around every page, and the small parts that every page is made of. Features are linked
/// by their address only.
@NullMarked
package rubicon.ui.shell;

import org.jspecify.annotations.NullMarked;
