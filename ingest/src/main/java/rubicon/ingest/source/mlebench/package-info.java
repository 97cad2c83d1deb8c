/// The public leaderboard of MLE-bench.
@NullMarked
package rubicon.ingest.source.mlebench;

import org.jspecify.annotations.NullMarked;
