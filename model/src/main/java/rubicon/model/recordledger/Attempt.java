package rubicon.model.recordledger;

import java.time.LocalDate;

/// A result on one problem, as a height on a logarithmic scale.
///
/// @param height higher is better; a difference of 1 is a factor of e
/// @param start from where the attempt began
public record Attempt(LocalDate date, double height, Start start) {
    public Attempt {
        if (!Double.isFinite(height)) {
            throw new IllegalArgumentException("height %s is not finite".formatted(height));
        }
    }

    /// From where an attempt begins. What is reached from a fixed start tells how able a model is;
    /// what is reached from the best so far tells what is left to find. They are never one series.
    public enum Start {
        /// The same beginning for every attempt.
        FIXED,
        /// The best that anybody had reached.
        RUNNING
    }
}
