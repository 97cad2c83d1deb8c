/// Who is signed in, for as long as the browser session lasts. The token never reaches the browser.
@NullMarked
package rubicon.ui.session;

import org.jspecify.annotations.NullMarked;
