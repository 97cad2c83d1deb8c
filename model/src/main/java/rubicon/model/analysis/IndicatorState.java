package rubicon.model.analysis;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Indicator;
import rubicon.model.verdict.Verdict;

/// What is known of an indicator: a function of its ledger, its entry and the day, and of nothing
/// else, so that any order and any duplication of the same events end in the same state.
///
/// @param latest the result of the newest date; null without results
/// @param frontier oldest first
/// @param trend null where none could be fitted
/// @param saturation null without a sourced ceiling
/// @param verdict null where none can be given
/// @param crossings of the lines that the catalogue marks and nothing has crossed yet
/// @param lastReleaseAt when the newest observation was first stated; null without results
/// @param today the day that the verdict and the forecasts speak of
/// @param reasons why a field is null, by its name
public record IndicatorState(
        Indicator indicator,
        @Nullable Result latest,
        List<Result> frontier,
        @Nullable Trend trend,
        @Nullable Saturation saturation,
        @Nullable Verdict verdict,
        List<CrossingDates> crossings,
        @Nullable Instant lastReleaseAt,
        Counts counts,
        LocalDate today,
        SortedMap<String, String> reasons) {

    /// How many observations of an indicator are in which condition.
    ///
    /// @param results how many of those that stand count; the others are evidence
    /// @param held of how many the last value is held; one that counted before goes on to stand
    /// @param beside how many of the results began elsewhere than the series, and are no part of it
    public record Counts(
            int standing, int disputed, int retracted, int results, int held, int beside) {}

    public IndicatorState {
        frontier = List.copyOf(frontier);
        crossings = List.copyOf(crossings);
        reasons = new TreeMap<>(reasons);
    }
}
