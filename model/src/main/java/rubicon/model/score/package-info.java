/// How good forecasts were: proper scores and calibration. Smaller is better, and 0 is perfect,
/// unless a function says otherwise. Who forecast what does not belong here.
@NullMarked
package rubicon.model.score;

import org.jspecify.annotations.NullMarked;
