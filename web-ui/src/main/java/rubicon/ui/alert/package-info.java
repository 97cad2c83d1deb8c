/// Alerts: the list, and one episode with its evidence, audit trail and acknowledgement.
@NullMarked
package rubicon.ui.alert;

import org.jspecify.annotations.NullMarked;
