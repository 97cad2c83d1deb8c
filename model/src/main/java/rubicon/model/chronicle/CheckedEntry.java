package rubicon.model.chronicle;

import java.util.List;
import java.util.function.Function;
import rubicon.model.ledger.Violation;

/// What became of a payload at the door of the chronicle.
public sealed interface CheckedEntry<T> {

    /// What it says.
    record Valid<T>(T value) implements CheckedEntry<T> {}

    /// Each fault by its field; never empty.
    record Refused<T>(List<Violation> violations) implements CheckedEntry<T> {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// The same with another value.
    default <R> CheckedEntry<R> map(Function<T, R> mapping) {
        return switch (this) {
            case Valid<T>(T value) -> new Valid<>(mapping.apply(value));
            case Refused<T>(List<Violation> violations) -> new Refused<>(violations);
        };
    }
}
