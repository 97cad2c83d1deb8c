/// Scenarios that follow the ledger: run anew when what they are bound to changes, their outcome
/// published as observations, what they said kept and scored. What a scenario is belongs to
/// `saved`.
@NullMarked
package rubicon.simulator.projection;

import org.jspecify.annotations.NullMarked;
