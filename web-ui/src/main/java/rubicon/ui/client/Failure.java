package rubicon.ui.client;

import java.util.Map;

/// Why a call brought nothing.
///
/// @param message a sentence for a person; no class name, no trace
/// @param violations what is wrong with the fields of the request, by their names; mostly empty
public record Failure(Kind kind, String message, Map<String, String> violations) {
    public Failure {
        violations = Map.copyOf(violations);
    }

    /// A failure of no field.
    public Failure(Kind kind, String message) {
        this(kind, message, Map.of());
    }

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
