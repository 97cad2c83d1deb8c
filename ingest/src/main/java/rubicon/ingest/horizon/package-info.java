/// Time horizons from the eval runs that are held: reads the runs of an indicator's suite, has
/// `rubicon.model.horizon` fit them, and keeps what was fitted until a run changes. The mathematics
/// does not belong here, nor does the storage of runs.
@NullMarked
package rubicon.ingest.horizon;

import org.jspecify.annotations.NullMarked;
