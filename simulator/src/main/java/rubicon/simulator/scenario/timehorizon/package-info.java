/// The scenario `time-horizon`: from results at tasks to a time horizon, and from the horizon's
/// pace to dates. Fits of runs and of trends are `rubicon.model.horizon`'s and
/// `rubicon.model.trend`'s; of this package's own is only how a course goes on.
@NullMarked
package rubicon.simulator.scenario.timehorizon;

import org.jspecify.annotations.NullMarked;
