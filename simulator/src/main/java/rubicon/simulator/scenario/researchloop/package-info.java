/// The scenario `research-loop`: what automating parts does to the whole, from a lab's loop to the
/// economy. The mathematics is `rubicon.model.researchloop`'s; here it is only put together and
/// described.
@NullMarked
package rubicon.simulator.scenario.researchloop;

import org.jspecify.annotations.NullMarked;
