/// Signing in.
@NullMarked
package rubicon.ui.login;

import org.jspecify.annotations.NullMarked;
