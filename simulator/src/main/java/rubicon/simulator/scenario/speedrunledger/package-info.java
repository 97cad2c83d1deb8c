/// The scenario `speedrun-ledger`: what a ledger of records says of who improves it and how far,
/// and how it goes on. The chain, its shares and its laws are `rubicon.model.recordledger`'s; of
/// this package's own is only the projection.
@NullMarked
package rubicon.simulator.scenario.speedrunledger;

import org.jspecify.annotations.NullMarked;
