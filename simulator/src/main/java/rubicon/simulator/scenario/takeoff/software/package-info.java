/// Software progress that feeds on itself: the simulation of doubling times by Davidson and
/// Houlden, its closed forms, a compute bottleneck, and the conditions for an explosion where only
/// a part of the loop is automated.
@NullMarked
package rubicon.simulator.scenario.takeoff.software;

import org.jspecify.annotations.NullMarked;
