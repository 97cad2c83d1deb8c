package rubicon.model.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.Licence;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.catalogue.Unit;
import rubicon.model.catalogue.View;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Subject;
import rubicon.model.stats.SplitMix64;

/// Indicators with what is told of each: growth with results up to three doublings above the line,
/// two lines that no result has reached, a trend since the first result. The same ones each time.
public record MadeUpLedgers(List<Ledger> ledgers) {
    /// The day on which their states are computed.
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final Instant STATED = Instant.parse("2026-11-01T00:00:00Z");

    public MadeUpLedgers {
        ledgers = List.copyOf(ledgers);
    }

    /// An indicator with what is told of it.
    public record Ledger(Indicator indicator, List<History> histories) {
        public Ledger {
            histories = List.copyOf(histories);
        }
    }

    /// As many as are asked for.
    ///
    /// @param indicators how many there are
    /// @param observations how many results each of them has
    public static MadeUpLedgers of(int indicators, int observations) {
        var stream = new SplitMix64(7);
        return new MadeUpLedgers(
                IntStream.range(0, indicators)
                        .mapToObj(it -> ledger("indicator-" + it, observations, stream))
                        .toList());
    }

    private static Ledger ledger(String id, int observations, SplitMix64 stream) {
        Indicator indicator = indicator(id);
        long days = TODAY.toEpochDay() - FIRST.toEpochDay() - 30;
        List<History> histories = new ArrayList<>();
        for (int i = 0; i < observations; i++) {
            double passed = i / (double) observations;
            double value = Math.pow(2, 11 * passed + 3 * stream.nextOpenUniform());
            LocalDate day = FIRST.plusDays((long) (days * passed));
            histories.add(new History(List.of(said(indicator.id(), i, value, day))));
        }
        return new Ledger(indicator, histories);
    }

    private static Statement said(IndicatorId indicator, int model, double value, LocalDate day) {
        ObservationKey key = new ObservationKey("source", indicator, "model-" + model);
        Observation observation =
                new Observation(
                        key,
                        new Subject("model-" + model, null, null, null, Actor.AI),
                        Estimate.of(value),
                        null,
                        ObservedOn.day(day),
                        null,
                        null,
                        Evaluator.THIRD_PARTY,
                        null,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        Provenance.NONE);
        return new Statement(
                indicator + "-" + model,
                new EventKey("benchmark", indicator + "-" + model),
                key,
                STATED,
                STATED,
                new Content.Reported(observation));
    }

    private static Indicator indicator(String id) {
        return new Indicator(
                new IndicatorId(id),
                id,
                Kind.MEASUREMENT,
                new Unit("min"),
                Scale.LOG,
                new Bounds(0.0, true, null, false),
                Direction.HIGHER,
                null,
                null,
                null,
                View.MODEL,
                List.of(),
                DateMeaning.RELEASE,
                Identity.SUBJECT,
                new TrendWindow(FIRST, null, null),
                null,
                Feed.LIVE,
                Duration.ofDays(120),
                List.of("source"),
                Evaluator.THIRD_PARTY,
                new Licence("MIT", Export.YES),
                "made up",
                "made up",
                10.0,
                List.of(),
                List.of(
                        new ReferenceLine(1e5, "one line", "made up"),
                        new ReferenceLine(1e6, "another", "made up")),
                1);
    }
}
