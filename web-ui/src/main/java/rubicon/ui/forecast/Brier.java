package rubicon.ui.forecast;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.ui.chronicle.Entries;

/// The Brier score of probabilities whose outcome is known: the mean squared distance from what
/// happened. 0 is perfect; always saying one half scores 0.25.
///
/// @param count of forecasts that it rests on, at least one
record Brier(double score, int count) {

    /// The score of all forecasts with a probability that happened or did not; empty without any.
    /// Goals are no forecasts; what is void counts for nobody.
    static Optional<Brier> of(List<ForecastEntryPayload> forecasts) {
        var squares =
                forecasts.stream()
                        .filter(it -> !Boolean.TRUE.equals(it.goal()))
                        .flatMapToDouble(it -> square(it).stream())
                        .summaryStatistics();
        return squares.getCount() == 0
                ? Optional.empty()
                : Optional.of(new Brier(squares.getAverage(), (int) squares.getCount()));
    }

    private static OptionalDouble square(ForecastEntryPayload it) {
        Double said = it.probability();
        var resolution = it.resolution();
        if (said == null || resolution == null) {
            return OptionalDouble.empty();
        }
        return switch (Entries.text(resolution.outcome())) {
            case "HAPPENED" -> OptionalDouble.of((said - 1) * (said - 1));
            case "DID_NOT_HAPPEN" -> OptionalDouble.of(said * said);
            default -> OptionalDouble.empty();
        };
    }
}
