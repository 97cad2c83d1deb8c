package rubicon.model.policy;

import org.jspecify.annotations.Nullable;
import rubicon.model.observation.ObservedOn;

/// A dated decision whether a model crosses a threshold.
///
/// @param model that was judged
/// @param basis on what the decision rested; null where that is not held
/// @param citation the document that says so
/// @param locator where in it; null where that is not told
public record Determination(
        String model,
        ObservedOn date,
        DeterminationStatus status,
        @Nullable String basis,
        String citation,
        @Nullable String locator,
        @Nullable String evidence) {}
