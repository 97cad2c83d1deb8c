/// Saved scenarios: a model with its assumptions, the argument for them and against, kept version
/// by version, forked, compared, carried from house to house as YAML. How a run is computed belongs
/// to `simulation`.
@NullMarked
package rubicon.simulator.saved;

import org.jspecify.annotations.NullMarked;
