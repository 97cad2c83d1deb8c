package rubicon.ui.live;

/// What a feed can promise of its values.
public enum FeedStatus {
    /// The topic was not yet read to its end.
    CONNECTING,
    /// Read to the end; what comes is seen at once.
    LIVE,
    /// The broker does not answer: the values are the last known ones.
    STALE
}
