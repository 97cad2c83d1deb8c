package rubicon.model.ledger;

/// A statement that changed what was said before it.
///
/// @param number 1 for the first, in the order of [Statement#ORDER]
/// @param statement the first of the statements that said so
public record Revision(int number, Statement statement, Status status) {

    /// Where a revision stands in the history of its observation.
    public enum Status {
        STANDING,
        SUPERSEDED,
        /// The last word, and not to be relied upon: listed, and part of no result.
        DISPUTED,
        RETRACTED
    }
}
