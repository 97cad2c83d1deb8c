package rubicon.ingest.evalrun;

import java.time.Instant;

/// When an agent's standing runs of a suite were made, by one source.
///
/// @param first when the first began; where it does not say so, when it ended or was stated
/// @param last when the last ended; where it does not say so, when it was stated
public record RunDates(String source, String agent, Instant first, Instant last) {}
