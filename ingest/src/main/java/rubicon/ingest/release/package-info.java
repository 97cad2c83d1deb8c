/// The one place that knows the order ledger, indicator, rule, alert, outbox, and holds the
/// transaction around it.
@NullMarked
package rubicon.ingest.release;

import org.jspecify.annotations.NullMarked;
