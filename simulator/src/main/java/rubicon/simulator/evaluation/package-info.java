/// The scenario models over REST: what there is, and one deterministic run of it. The mathematics
/// stays in `rubicon.simulator.scenario`.
@NullMarked
package rubicon.simulator.evaluation;

import org.jspecify.annotations.NullMarked;
