package rubicon.ingest.intake;

import java.util.List;

/// What is done with records that were polled together.
public interface BatchHandler {

    /// The topic whose records it handles.
    String topic();

    /// Reads and checks one batch. Those before it may still be at work, and others with other keys
    /// will be at work beside this one.
    ///
    /// @param batch of each partition in the order of their offsets
    /// @param isMoreWaiting whether much comes in: what is done once for all of it may be left
    ///   behind until nothing waits any more
    /// @return the work that it makes: either all of it is done, or none and it throws
    Runnable prepare(List<Received> batch, boolean isMoreWaiting);

    /// Whether work has left something behind.
    default boolean isBehind() {
        return false;
    }

    /// Does a part of what work has left behind, for records that come meanwhile wait for it. All
    /// workers call it side by side, again and again while something is left; each takes what the
    /// others have not. If it throws, what it has not done is behind again.
    default void catchUp() {}
}
