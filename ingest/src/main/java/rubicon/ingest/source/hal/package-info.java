/// Runs of the Holistic Agent Leaderboard.
@NullMarked
package rubicon.ingest.source.hal;

import org.jspecify.annotations.NullMarked;
