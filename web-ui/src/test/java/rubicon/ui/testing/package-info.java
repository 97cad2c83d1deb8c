/// What tests of several packages share.
@NullMarked
package rubicon.ui.testing;

import org.jspecify.annotations.NullMarked;
