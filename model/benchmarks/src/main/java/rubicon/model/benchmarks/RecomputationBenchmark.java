package rubicon.model.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import rubicon.model.analysis.Standing;
import rubicon.model.analysis.StateCalculator;
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

/// The states of 1,000 indicators with 100 observations each, from their histories: what stands,
/// what is held, frontier, trend, verdict, and forecasts of two lines by four windows.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class RecomputationBenchmark {
    private static final int INDICATORS = 1_000;
    private static final int OBSERVATIONS = 100;
    private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Instant STATED = Instant.parse("2026-11-01T00:00:00Z");

    private final List<Ledger> ledgers = new ArrayList<>();

    /// An indicator with what is told of it.
    private record Ledger(Indicator indicator, List<History> histories) {}

    /// Makes the histories up; the same ones each time.
    @Setup
    public void makeHistories() {
        var stream = new SplitMix64(7);
        for (int i = 0; i < INDICATORS; i++) {
            Indicator indicator = indicator("indicator-" + i);
            List<History> histories = new ArrayList<>();
            for (int j = 0; j < OBSERVATIONS; j++) {
                double value = Math.pow(2, j / 9.0 + 3 * stream.nextOpenUniform());
                histories.add(
                        new History(
                                List.of(said(indicator.id(), j, value, FIRST.plusDays(17L * j)))));
            }
            ledgers.add(new Ledger(indicator, List.copyOf(histories)));
        }
    }

    /// All of them, on one thread.
    @Benchmark
    public void all(Blackhole states) {
        for (Ledger it : ledgers) {
            states.consume(
                    StateCalculator.state(
                            Standing.of(it.indicator(), it.histories()), List.of(), TODAY));
        }
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
