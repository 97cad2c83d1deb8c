/// The one series that several models share.
@NullMarked
package rubicon.simulator.scenario.series;

import org.jspecify.annotations.NullMarked;
