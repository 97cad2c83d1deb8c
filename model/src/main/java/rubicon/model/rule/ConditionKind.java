package rubicon.model.rule;

import rubicon.model.chronicle.EntryKind;

/// The kinds of conditions, and what each of them reads.
public enum ConditionKind {
    /// The best value so far.
    FRONTIER,
    /// The newest value.
    LATEST,
    /// How far two indicators lie apart.
    GAP,
    /// In how many days the fitted trend doubles.
    TREND,
    /// Where the newest best lies among what the trend before it expected.
    PREDICTED,
    /// How far the newest value lies from the one a while before it.
    CHANGE,
    /// How many values fall into the time before now.
    COUNT,
    /// Days without anything new.
    SILENCE,
    /// How many doublings of the trend did not come since the last best.
    STANDSTILL,
    /// The share of a source's values that were changed a short while ago.
    RESTATED,
    /// How many leading values were taken back as contaminated a short while ago.
    MARKED,
    /// How many milestones name the indicator.
    MILESTONES,
    /// Days past the day on which a forecast is due.
    FORECAST_DUE,
    /// What was determined last under a policy threshold.
    DETERMINATION,
    /// How often a policy threshold was reworded a short while ago.
    REWORDED;

    /// Whether the value changes by time alone.
    public boolean readsClock() {
        return switch (this) {
            case COUNT, SILENCE, STANDSTILL, RESTATED, MARKED, MILESTONES, FORECAST_DUE, REWORDED ->
                    true;
            case FRONTIER, LATEST, GAP, TREND, PREDICTED, CHANGE, DETERMINATION -> false;
        };
    }

    /// Whether it reads a trend, and with it the indicator that cuts the trend's window.
    public boolean readsTrend() {
        return this == TREND || this == PREDICTED || this == STANDSTILL;
    }

    /// Whether it reads the chronicle and not the ledger.
    public boolean readsChronicle() {
        return switch (this) {
            case MILESTONES, FORECAST_DUE, DETERMINATION, REWORDED -> true;
            case FRONTIER,
                    LATEST,
                    GAP,
                    TREND,
                    PREDICTED,
                    CHANGE,
                    COUNT,
                    SILENCE,
                    STANDSTILL,
                    RESTATED,
                    MARKED ->
                    false;
        };
    }

    /// Whether it reads entries of that kind.
    public boolean reads(EntryKind entries) {
        return switch (this) {
            case MILESTONES -> entries == EntryKind.MILESTONE;
            case FORECAST_DUE -> entries == EntryKind.FORECAST;
            case DETERMINATION, REWORDED -> entries == EntryKind.POLICY_THRESHOLD;
            case FRONTIER,
                    LATEST,
                    GAP,
                    TREND,
                    PREDICTED,
                    CHANGE,
                    COUNT,
                    SILENCE,
                    STANDSTILL,
                    RESTATED,
                    MARKED ->
                    false;
        };
    }
}
