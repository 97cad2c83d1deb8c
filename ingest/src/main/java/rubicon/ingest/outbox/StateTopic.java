package rubicon.ingest.outbox;

/// A topic on which the newest state of each thing stands, and who can tell all of them again.
public interface StateTopic {
    /// Its name.
    String topic();

    /// Puts every state that there is into the outbox, within a transaction. Each is locked first,
    /// so that none is told after a newer one.
    ///
    /// @return how many there are
    int tellAll();
}
