/// The arithmetic of the AI 2027 scenario: a timeline by extension of time horizons up to the
/// superhuman coder, and a takeoff in phases after it.
@NullMarked
package rubicon.simulator.scenario.takeoff.ai2027;

import org.jspecify.annotations.NullMarked;
