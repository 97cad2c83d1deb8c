package rubicon.ingest.evalrun;

import org.jspecify.annotations.Nullable;

/// How many standing runs of an agent at a task have a score.
///
/// @param humanMinutes null where nobody measured them
public record ScoreCount(
        String source,
        String agent,
        @Nullable String taskFamily,
        String taskId,
        @Nullable Double humanMinutes,
        double score,
        long runs) {}
