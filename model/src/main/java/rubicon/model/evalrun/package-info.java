/// Eval runs: one attempt of one agent at one task, the raw material of time horizons. Which runs
/// are refused, and which statement about a run stands. What is computed from runs does not belong
/// here.
@NullMarked
package rubicon.model.evalrun;

import org.jspecify.annotations.NullMarked;
