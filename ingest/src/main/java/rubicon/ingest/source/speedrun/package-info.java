/// Ledgers of races to train a model in less time, and of agents that take part in them.
@NullMarked
package rubicon.ingest.source.speedrun;

import org.jspecify.annotations.NullMarked;
