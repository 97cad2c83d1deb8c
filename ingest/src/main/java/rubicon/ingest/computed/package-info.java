/// Indicators that this house computes from what its ledger and its chronicle hold. Results enter
/// through Kafka, as observations of the source `rubicon`, like everybody else's; the mathematics
/// is in `rubicon.model.computed`.
@NullMarked
package rubicon.ingest.computed;

import org.jspecify.annotations.NullMarked;
