package rubicon.ingest.imports;

import java.util.List;
import java.util.Optional;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.observation.Observation;

/// Takes what a file says, in its order.
interface Rows {
    /// A row that can be published.
    ///
    /// @param number of the row, from 1
    /// @param observation that it states; empty for a retraction, a run or an entry of the
    ///   chronicle
    void good(long number, Outgoing event, Optional<Observation> observation)
            throws InterruptedException;

    /// What is in the file and is not read.
    ///
    /// @param unread names of columns and fields
    /// @param passedOver what is no row, in words
    default void passedOver(List<String> unread, List<String> passedOver) {}

    /// A row that cannot, or the whole file.
    void bad(RowFaultPayload fault);
}
