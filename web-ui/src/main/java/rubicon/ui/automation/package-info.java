/// The automation index with its ten categories, and the capability index.
@NullMarked
package rubicon.ui.automation;

import org.jspecify.annotations.NullMarked;
