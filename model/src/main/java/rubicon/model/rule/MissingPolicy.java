package rubicon.model.rule;

/// What a rule makes of a series that is absent while others of its query are present.
public sealed interface MissingPolicy {

    /// The alert stays as it is, and its timers stop until the series is back.
    record Keep() implements MissingPolicy {}

    /// The alert ends once the series was missing in that many evaluations in a row.
    ///
    /// @param evaluations at least one; two is customary
    record ResolveMissing(int evaluations) implements MissingPolicy {
        public ResolveMissing {
            if (evaluations < 1) {
                throw new IllegalArgumentException(
                        "evaluations must be at least 1, not " + evaluations);
            }
        }
    }
}
