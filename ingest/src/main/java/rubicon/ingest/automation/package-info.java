/// The automation index and the capability index, as the ledger has it at a moment. The mathematics
/// is in `rubicon.model.researchloop` and `rubicon.model.capabilityindex`; here stands which rows
/// enter it. Nothing here runs within the intake's transaction.
@NullMarked
package rubicon.ingest.automation;

import org.jspecify.annotations.NullMarked;
