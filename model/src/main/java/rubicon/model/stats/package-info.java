/// Numbers that several models share: quantiles, random streams, distributions, sums, straight
/// lines. Nothing here knows an indicator, a date or a forecast.
@NullMarked
package rubicon.model.stats;

import org.jspecify.annotations.NullMarked;
