/// The scenario `capability-index`: one scale for models and benchmarks, what a new model's scores
/// make of its place on it, and how its frontier goes on. Scores, scale and frontier are
/// `rubicon.model.capabilityindex`'s; of this package's own is only the place of one model among
/// benchmarks that are held.
@NullMarked
package rubicon.simulator.scenario.capabilityindex;

import org.jspecify.annotations.NullMarked;
