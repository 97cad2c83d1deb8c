package rubicon.ingest.intake;

import java.util.List;

/// What is done with the records of one partition that were polled together. Either all of it is
/// done, or none and it throws.
public interface BatchHandler {

    /// The topic whose records it handles.
    String topic();

    /// Handles one batch.
    ///
    /// @param batch in the order of their offsets
    void handle(List<Received> batch);
}
