/// Automation of research that rises along a logistic curve of effective compute (Thomas Kwa 2026).
@NullMarked
package rubicon.simulator.scenario.takeoff.logistic;

import org.jspecify.annotations.NullMarked;
