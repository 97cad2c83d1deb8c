/// Alerts: what the machine of `rubicon.model.alert` decided is stored, told and served. Rows are
/// locked after the heads of their indicators, in sorted order.
@NullMarked
package rubicon.ingest.alert;

import org.jspecify.annotations.NullMarked;
