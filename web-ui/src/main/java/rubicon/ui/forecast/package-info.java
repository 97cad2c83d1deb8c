/// The page of people's forecasts: what was said, beside what came of it and what is reached now.
/// Forecasts that are computed here are no part of it; they belong to an indicator's state.
@NullMarked
package rubicon.ui.forecast;

import org.jspecify.annotations.NullMarked;
