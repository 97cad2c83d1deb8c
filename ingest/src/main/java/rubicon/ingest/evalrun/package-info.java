/// Eval runs and their storage: statements about runs are appended, what stands of each run is
/// read. What a statement does is decided by `rubicon.model.evalrun`; what is computed from runs
/// does not belong here.
@NullMarked
package rubicon.ingest.evalrun;

import org.jspecify.annotations.NullMarked;
