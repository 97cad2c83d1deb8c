/// The scenario `s-curves`: kinds of self-improvement, each on an S-curve of its own, and how many
/// are in their steep part at once. The mathematics is `rubicon.model.scurve`'s; here it is only
/// put together and described.
@NullMarked
package rubicon.simulator.scenario.scurves;

import org.jspecify.annotations.NullMarked;
