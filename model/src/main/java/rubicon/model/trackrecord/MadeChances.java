package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.forecast.Expectation;
import rubicon.model.forecast.Forecast;
import rubicon.model.forecast.Outcome;
import rubicon.model.forecast.Resolution;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.Observation;

/// The chances that a series of the house gave, again and again, to an event of which a person had
/// told one. That person's entry defines the event and its last day, and whoever resolves the entry
/// settles both.
///
/// @param judgement a probability
/// @param chance of the judgement
/// @param due last day on which it can come true
/// @param told what the series said, by the day that it spoke on, before the last day
/// @see "docs/methods/scores.md"
public record MadeChances(
        Forecast judgement, double chance, LocalDate due, SortedMap<LocalDate, Double> told) {
    /// Of who said when is unknown.
    private static final LocalDate UNTOLD = LocalDate.MAX;

    public MadeChances {
        told = new TreeMap<>(told);
    }

    /// Whether an indicator is a series of chances that is computed here.
    public static boolean areOf(Indicator it) {
        return it.kind() == Kind.FORECAST
                && it.feed() == Feed.OWN
                && it.unit().symbol().equals("probability");
    }

    /// The chances of an indicator: of each of its days what was told first, whatever was made of
    /// it since.
    ///
    /// @param histories of the indicator
    /// @param forecasts people's; of those that name the indicator with a probability and a last
    ///   day, the oldest
    /// @return empty where nobody told such a one
    public static Optional<MadeChances> of(
            Indicator indicator, Collection<History> histories, Collection<Forecast> forecasts) {
        return forecasts.stream()
                .filter(it -> indicator.id().equals(it.indicator()) && !it.goal())
                .filter(it -> it.expectation() instanceof Expectation.Probability)
                .filter(it -> it.due() != null)
                .min(
                        Comparator.comparing(MadeChances::statedOn)
                                .thenComparing(Forecast::source)
                                .thenComparing(Forecast::id))
                .flatMap(it -> of(it, histories));
    }

    private static LocalDate statedOn(Forecast it) {
        return it.statedOn() == null ? UNTOLD : it.statedOn().date();
    }

    private static Optional<MadeChances> of(Forecast judgement, Collection<History> histories) {
        LocalDate due = judgement.due();
        if (due == null
                || !(judgement.expectation() instanceof Expectation.Probability(double chance))) {
            return Optional.empty();
        }
        SortedMap<LocalDate, Double> told = new TreeMap<>();
        for (History history : histories) {
            Observation first = first(history);
            if (first != null && first.observedOn().date().isBefore(due)) {
                told.put(first.observedOn().date(), first.estimate().value());
            }
        }
        return Optional.of(new MadeChances(judgement, chance, due, told));
    }

    private static @Nullable Observation first(History history) {
        for (Revision it : history.revisions()) {
            if (it.statement().content() instanceof Reported(Observation said)) {
                return said;
            }
        }
        return null;
    }

    /// What came; empty while nobody has told, or nobody can tell any more.
    public Optional<Outcome> outcome() {
        Resolution came = judgement.resolution();
        return came == null || came.outcome() == Outcome.VOID
                ? Optional.empty()
                : Optional.of(came.outcome());
    }

    /// The day on which it happened, at the latest its last; null where it did not, or is open.
    @Nullable LocalDate happened() {
        Resolution came = judgement.resolution();
        if (came == null || came.outcome() != Outcome.HAPPENED) {
            return null;
        }
        return came.on().isAfter(due) ? due : came.on();
    }

    /// Brier's score of what the series told before it happened. It is one event, however often the
    /// series spoke of it.
    ///
    /// @return empty while it is not settled, or without any
    public OptionalDouble brier() {
        LocalDate happened = happened();
        LocalDate end = happened == null ? due : happened;
        return outcome().isEmpty()
                ? OptionalDouble.empty()
                : told.headMap(end).values().stream().mapToDouble(this::error).average();
    }

    /// The same of the judgement; empty while it is not settled.
    public OptionalDouble judged() {
        return outcome().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(error(chance));
    }

    private double error(double said) {
        double miss = said - (happened() == null ? 0 : 1);
        return miss * miss;
    }
}
