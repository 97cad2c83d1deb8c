/// A problem as a tree whose remaining improvement hangs at heights from 0 to 1. People pick at all
/// heights, slowly; agents pick fast, below the height that their generation reaches. What follows
/// for one generation, for a row of them, for many trees, and for agents that raise their own
/// reach. Dates, indicators and how reach is estimated from them do not belong here.
@NullMarked
package rubicon.simulator.scenario.applepicking;

import org.jspecify.annotations.NullMarked;
