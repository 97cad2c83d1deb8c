/// The scenario `arrival-hazard`: from stated probabilities to a curve, and what silence, evidence
/// and other opinions make of it. The mathematics is `rubicon.model.arrival`'s; here it is only put
/// together and described.
@NullMarked
package rubicon.simulator.scenario.arrivalhazard;

import org.jspecify.annotations.NullMarked;
