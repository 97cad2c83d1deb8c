package rubicon.ui.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rubicon.model.horizon.LogisticCurve;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.model.wire.HorizonPayload.Bin;
import rubicon.model.wire.HorizonPayload.Curve;
import rubicon.model.wire.HorizonPayload.Estimate;
import rubicon.model.wire.HorizonPayload.LeftOut;
import rubicon.model.wire.HorizonPayload.Method;
import rubicon.model.wire.HorizonPayload.Trend;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorPayload.RunSuitePayload;

/// Time horizons from runs as the ingest service answers them.
public final class Horizons {
    private Horizons() {}

    /// The same indicator, which names a suite.
    public static IndicatorPayload withRuns(IndicatorPayload it) {
        return new IndicatorPayload(
                it.id(),
                it.title(),
                it.kind(),
                it.unit(),
                it.scale(),
                it.bounds(),
                it.direction(),
                it.noiseCeiling(),
                it.normalisation(),
                it.humanBaseline(),
                it.view(),
                it.categories(),
                it.date(),
                it.identity(),
                it.trend(),
                new RunSuitePayload("a-suite", 50, null),
                it.feed(),
                it.staleAfter(),
                it.sources(),
                it.evaluator(),
                it.licence(),
                it.citation(),
                it.description(),
                it.plausibility(),
                it.variants(),
                it.lines(),
                it.version());
    }

    /// Three agents: one with a longer horizon, one with a shorter one, one without.
    public static HorizonPayload horizon(String indicator) {
        return new HorizonPayload(
                indicator,
                "a-suite",
                50,
                "min",
                null,
                List.of("a-source"),
                1_234,
                83,
                36,
                new LeftOut(12, List.of("o1"), "nobody measured how long their tasks take"),
                new Method("INVERSE_SQRT", 0.1, "HIERARCHICAL_BOOTSTRAP", 0.95, 1_000, 42),
                List.of(
                        agent("GPT-4", LocalDate.of(2023, 3, 14), 5),
                        none("davinci-002"),
                        agent("o1", LocalDate.of(2024, 12, 5), 40)),
                List.of(
                        new Trend(
                                null,
                                new Estimate(212, 170.0, 214.0, 290.0, 990),
                                List.of("GPT-4", "o1"),
                                Map.of()),
                        new Trend(
                                LocalDate.of(2024, 1, 1),
                                null,
                                List.of(),
                                Map.of("doublingDays", "fewer than two release dates"))),
                Map.of());
    }

    /// An answer without any run.
    public static HorizonPayload empty(String indicator) {
        HorizonPayload it = horizon(indicator);
        return new HorizonPayload(
                indicator,
                it.suite(),
                50,
                "min",
                null,
                List.of(),
                0,
                0,
                0,
                new LeftOut(0, List.of(), null),
                null,
                List.of(),
                List.of(),
                Map.of("agents", "no eval runs of the suite a-suite are held"));
    }

    /// An agent whose horizon at 50 % is this long.
    public static Agent agent(String name, LocalDate released, double minutes) {
        double slope = -0.6;
        double intercept = -slope * Math.log(minutes) / Math.log(2);
        LogisticCurve curve = new LogisticCurve(intercept, slope);
        return new Agent(
                name,
                name,
                released,
                411,
                80,
                34,
                0.5,
                new Curve(intercept, slope),
                new Estimate(minutes, minutes / 3, minutes * 1.02, minutes * 5, 1_000),
                new Estimate(curve.horizonMinutes(0.8), 0.2, 1.0, null, 998),
                IntStream.range(0, 5)
                        .mapToObj(i -> Math.pow(4, i))
                        .map(from ->
                                new Bin(from, from * 4, from * 2, curve.success(from * 2), 80, 16))
                        .toList(),
                Map.of("p80.high", "the interval has no upper end"));
    }

    private static Agent none(String name) {
        String reason = "no run succeeded: the horizon is below what the tasks measure";
        return new Agent(
                name,
                null,
                null,
                68,
                68,
                30,
                0,
                null,
                null,
                null,
                List.of(new Bin(1, 4, 2, 0, 68, 68)),
                Map.of("curve", reason, "p50", reason, "p80", reason));
    }
}
