/// The one series that several engines share.
@NullMarked
package rubicon.simulator.scenario.takeoff.series;

import org.jspecify.annotations.NullMarked;
