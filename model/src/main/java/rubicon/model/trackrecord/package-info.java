/// How good forecasts were: those that were made and kept, those that would have been made with
/// what was known at the time, and people's. The scores themselves are in [rubicon.model.score].
@NullMarked
package rubicon.model.trackrecord;

import org.jspecify.annotations.NullMarked;
