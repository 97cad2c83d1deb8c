package rubicon.ui.client;

import java.util.function.Function;

/// What the ingest service answered: the value, or why there is none.
public sealed interface Answer<T> {
    /// The value asked for.
    record Ok<T>(T value) implements Answer<T> {}

    /// Why there is no value, in words for a person.
    record Failed<T>(Failure failure) implements Answer<T> {}

    /// The same answer with its value changed.
    default <R> Answer<R> map(Function<T, R> change) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(change.apply(value));
            case Failed<T>(Failure failure) -> new Failed<>(failure);
        };
    }

    /// Whether asking again later may bring more: the service did not answer, or had a problem.
    default boolean mayComeLater() {
        return this instanceof Failed<T>(Failure failure)
                && failure.kind() == Failure.Kind.UNAVAILABLE;
    }

    /// The value, or what stands in for it when there is none.
    default T orElse(T other) {
        return switch (this) {
            case Ok<T>(T value) -> value;
            case Failed<T> failed -> other;
        };
    }
}
