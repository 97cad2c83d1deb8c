/// Results of PostTrainBench.
@NullMarked
package rubicon.ingest.source.posttrainbench;

import org.jspecify.annotations.NullMarked;
