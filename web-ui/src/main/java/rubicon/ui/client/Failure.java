package rubicon.ui.client;

/// Why a call brought nothing.
///
/// @param message a sentence for a person; no class name, no trace
public record Failure(Kind kind, String message) {
    /// What kind of failure, for a page to choose what it offers.
    public enum Kind {
        /// No such thing.
        NOT_FOUND,
        /// Nobody is signed in, or no longer.
        UNAUTHENTICATED,
        /// Signed in, with too little.
        FORBIDDEN,
        /// The request was understood and refused.
        REFUSED,
        /// The service did not answer, or answered with an error of its own.
        UNAVAILABLE
    }
}
