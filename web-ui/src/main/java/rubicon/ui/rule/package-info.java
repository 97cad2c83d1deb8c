/// Rules as they stand: what each asks and why it is there. Alerts, which rules raise, are another
/// feature.
@NullMarked
package rubicon.ui.rule;

import org.jspecify.annotations.NullMarked;
