package rubicon.model.reference;

import org.jspecify.annotations.Nullable;

/// One function of a model that cases can ask for.
@FunctionalInterface
public interface Operation {
    /// Computes.
    ///
    /// @return made of maps, lists, arrays of numbers, texts, numbers, booleans and null; NaN
    ///   counts as null, an infinite number as the text `Infinity` or `-Infinity`
    /// @throws IllegalArgumentException if the inputs are not what the operation needs
    @Nullable Object apply(Inputs inputs);
}
