/// How much processor time METR's time horizons with their bootstrap take, beside METR's own
/// program. Needs no house.
@NullMarked
package rubicon.benchmarks.horizon;

import org.jspecify.annotations.NullMarked;
