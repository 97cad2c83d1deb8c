package rubicon.model.verdict;

/// All that may be said of an indicator in one word. [Verdict] tells when which is said.
public enum Word {
    /// The ceiling is reached as nearly as the benchmark can tell.
    SATURATED,
    /// Nothing came for longer than the indicator allows.
    STALE,
    /// Too few points, or over too short a time.
    TOO_EARLY,
    /// Falling, surely.
    DECLINING,
    /// Rising, and surely faster than before.
    ACCELERATING,
    /// Surely slower than before.
    SLOWING,
    /// Rising, and surely by nearly the same rate as before.
    STEADY,
    /// What is known allows more than one of the others.
    INCONCLUSIVE
}
