/// Where the field's numbers disagree: both values with their sources, and which one stands.
@NullMarked
package rubicon.ui.discrepancy;

import org.jspecify.annotations.NullMarked;
