/// The scenario `saturation`: a bounded benchmark on its way to a ceiling that nobody knows well.
/// The fits are `rubicon.model.saturation`'s, the forecasts `rubicon.model.trend`'s; here they are
/// put together and described.
@NullMarked
package rubicon.simulator.scenario.saturation;

import org.jspecify.annotations.NullMarked;
