package rubicon.model.ledger;

import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Observation;
import rubicon.model.observation.RetractionReason;

/// What a statement says of its observation.
public sealed interface Content {

    /// A value.
    record Reported(Observation observation) implements Content {}

    /// No value any more.
    record Retracted(RetractionReason reason, @Nullable String text) implements Content {}

    /// Whether `other`, said after this, says nothing else.
    default boolean statesTheSameAs(Content other) {
        return switch (this) {
            case Reported(Observation mine) ->
                    other instanceof Reported(Observation theirs) && mine.statesTheSameAs(theirs);
            case Retracted(RetractionReason mine, var _) ->
                    other instanceof Retracted(RetractionReason theirs, var _) && mine == theirs;
        };
    }
}
