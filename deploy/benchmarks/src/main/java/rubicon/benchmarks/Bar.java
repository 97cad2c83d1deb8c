package rubicon.benchmarks;

/// What the house should reach beside a peer.
///
/// @param minRatio the house's rate as a share of the peer's, in the median of all pairs; 0 where
///   the peer is only shown
public record Bar(String peer, double minRatio) {}
