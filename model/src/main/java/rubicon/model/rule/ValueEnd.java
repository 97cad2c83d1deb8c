package rubicon.model.rule;

import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Estimate;

/// Which number of an estimate is held against the thresholds.
public enum ValueEnd {
    /// The value itself.
    VALUE,
    /// The lower end of its interval.
    LOW,
    /// The upper end of its interval.
    HIGH;

    /// The number; null where the estimate states none.
    @Nullable Double of(Estimate estimate) {
        return switch (this) {
            case VALUE -> (Double) estimate.value();
            case LOW -> estimate.low();
            case HIGH -> estimate.high();
        };
    }
}
