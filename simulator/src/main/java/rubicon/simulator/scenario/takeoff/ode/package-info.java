/// Integration of differential equations from kink to kink, for the engines that need it.
@NullMarked
package rubicon.simulator.scenario.takeoff.ode;

import org.jspecify.annotations.NullMarked;
