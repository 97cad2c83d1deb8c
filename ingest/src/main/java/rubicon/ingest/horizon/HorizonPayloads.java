package rubicon.ingest.horizon;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.horizon.ReleaseDates.Known;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.horizon.AgentHorizon;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.horizon.HorizonDraws.Interval;
import rubicon.model.horizon.HorizonFit;
import rubicon.model.horizon.HorizonTrend;
import rubicon.model.trend.DatedValue;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.model.wire.HorizonPayload.Bin;
import rubicon.model.wire.HorizonPayload.Curve;
import rubicon.model.wire.HorizonPayload.Estimate;
import rubicon.model.wire.HorizonPayload.LeftOut;
import rubicon.model.wire.HorizonPayload.Method;
import rubicon.model.wire.HorizonPayload.Trend;

/// Writes an analysis as JSON says it: with a reason for each thing that is not known.
///
/// @param known what the ledger knows of the agents' models, by agent
record HorizonPayloads(
        Indicator indicator,
        RunSuite suite,
        SuiteRuns held,
        HorizonAnalysis analysis,
        Map<String, Known> known) {
    /// METR's windows; the first is all time.
    private static final List<LocalDate> WINDOWS =
            List.of(LocalDate.MIN, LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1));

    private static final String NO_MINUTES =
            "nobody measured how long their tasks take a skilled person";

    /// The answer where nothing can be fitted.
    static HorizonPayload nothing(
            Indicator indicator, @Nullable Instant moment, SuiteRuns held, String reason) {
        RunSuite suite = indicator.runs();
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("agents", reason);
        reasons.put("method", reason);
        reasons.put("trends", reason);
        if (suite == null) {
            reasons.put("suite", reason);
            reasons.put("percent", reason);
        }
        return new HorizonPayload(
                indicator.id().value(),
                suite == null ? null : suite.suite(),
                suite == null ? null : suite.percent(),
                indicator.unit().symbol(),
                moment,
                List.of(),
                0,
                0,
                0,
                leftOut(held),
                null,
                List.of(),
                List.of(),
                reasons);
    }

    HorizonPayload payload(@Nullable Instant moment, int draws, long seed) {
        Map<String, String> reasons = new TreeMap<>();
        if (!analysis.faults().isEmpty()) {
            reasons.put("intervals", String.join("; ", analysis.faults()));
        }
        return new HorizonPayload(
                indicator.id().value(),
                suite.suite(),
                suite.percent(),
                indicator.unit().symbol(),
                moment,
                List.copyOf(held.sources()),
                held.size(),
                held.tasks(),
                held.families(),
                leftOut(held),
                new Method(
                        HorizonAnalysis.WEIGHTING.name(),
                        HorizonAnalysis.REGULARIZATION,
                        "HIERARCHICAL_BOOTSTRAP",
                        HorizonAnalysis.LEVEL,
                        draws,
                        seed),
                analysis.agents().stream().map(this::agent).toList(),
                WINDOWS.stream().map(this::trend).toList(),
                reasons);
    }

    private static LeftOut leftOut(SuiteRuns held) {
        return new LeftOut(
                held.leftOut(), held.agentsLeftOut(), held.leftOut() == 0 ? null : NO_MINUTES);
    }

    private Agent agent(AgentHorizon it) {
        Map<String, String> reasons = new TreeMap<>();
        Optional<Known> model = Optional.ofNullable(known.get(it.agent()));
        if (model.isEmpty()) {
            reasons.put("releasedOn", "the ledger knows no model of this name");
            reasons.put("subject", "the ledger knows no model of this name");
        }
        if (it.fit() instanceof HorizonFit.NoFit none) {
            reasons.put("curve", reason(none.reason()));
        }
        return new Agent(
                it.agent(),
                model.map(Known::model).orElse(null),
                model.map(Known::releasedOn).orElse(null),
                it.runs(),
                it.tasks(),
                it.families(),
                it.fit().meanScore(),
                it.curve()
                        .map(curve -> new Curve(curve.intercept(), curve.coefficient()))
                        .orElse(null),
                estimate(it, 50, reasons),
                estimate(it, 80, reasons),
                it.bins().stream()
                        .map(bin ->
                                new Bin(
                                        bin.fromMinutes(),
                                        bin.toMinutes(),
                                        bin.minutes(),
                                        bin.score(),
                                        bin.runs(),
                                        bin.tasks()))
                        .toList(),
                reasons);
    }

    private @Nullable Estimate estimate(AgentHorizon it, int percent, Map<String, String> reasons) {
        double rate = percent / 100.0;
        String field = "p" + percent;
        Optional<Double> minutes = it.horizonMinutes(rate);
        if (minutes.isEmpty()) {
            reasons.put(
                    field,
                    it.curve().isEmpty()
                            ? reasons.getOrDefault("curve", "no curve was fitted")
                            : it.curve().filter(curve -> curve.rises()).isPresent()
                                    ? "longer tasks succeeded more often"
                                    : "the curve is too flat to come to this rate");
            return null;
        }
        Optional<Interval> interval = analysis.interval(it, rate);
        if (interval.isEmpty() && analysis.draws().isPresent()) {
            reasons.put(field + ".interval", "in every draw all runs succeeded or all failed");
        }
        return estimate(minutes.get(), interval, field, reasons);
    }

    private static Estimate estimate(
            double value, Optional<Interval> interval, String field, Map<String, String> reasons) {
        Optional<Interval> told = interval.filter(it -> Double.isFinite(it.low()));
        if (told.filter(it -> !Double.isFinite(it.high())).isPresent()) {
            reasons.put(field + ".high", "the interval has no upper end");
        }
        return new Estimate(
                value,
                told.map(Interval::low).orElse(null),
                told.map(Interval::median).filter(Double::isFinite).orElse(null),
                told.map(Interval::high).filter(Double::isFinite).orElse(null),
                interval.map(Interval::used).orElse(0));
    }

    private static String reason(HorizonFit.Reason reason) {
        return switch (reason) {
            case NO_SUCCESS -> "no run succeeded: the horizon is below what the tasks measure";
            case NO_FAILURE -> "no run failed: the horizon is above what the tasks measure";
            case ONE_LENGTH -> "all tasks take a person the same time: too few to fit a curve";
            case SEPARATED -> "every success is at shorter tasks than every failure";
        };
    }

    private Trend trend(LocalDate from) {
        Map<String, LocalDate> dates = new TreeMap<>();
        known.forEach((agent, model) -> dates.put(agent, model.releasedOn()));
        Map<String, String> reasons = new TreeMap<>();
        Optional<HorizonTrend> trend = analysis.trend(dates, suite.rate(), from);
        if (trend.isEmpty()) {
            reasons.put(
                    "doublingDays",
                    "fewer than two release dates among the best agents of this window");
        }
        Optional<Estimate> doubling =
                trend.map(line -> {
                    double days = line.doublingDays();
                    if (!Double.isFinite(days)) {
                        reasons.put("doublingDays", "the line is flat");
                        return null;
                    }
                    return estimate(
                            days,
                            analysis.doublingDays(line, suite.rate()),
                            "doublingDays",
                            reasons);
                });
        List<String> agents = new ArrayList<>();
        trend.ifPresent(line -> line.used().stream().map(DatedValue::name).forEach(agents::add));
        return new Trend(
                from.equals(LocalDate.MIN) ? null : from, doubling.orElse(null), agents, reasons);
    }
}
