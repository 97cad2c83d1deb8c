/// The scenario `takeoff`: does the automation of research on AI explode, how fast, how far. Eleven
/// engines answer, each in a package of its own and each usable alone; they differ in what they
/// take for the bottleneck. What they share is the semi-endogenous law `d ln S/dt ∝ (research
/// input)^λ · S^(−β)` with the returns `r = λ/β`.
@NullMarked
package rubicon.simulator.scenario.takeoff;

import org.jspecify.annotations.NullMarked;
