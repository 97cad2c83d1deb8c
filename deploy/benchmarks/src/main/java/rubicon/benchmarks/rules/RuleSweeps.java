package rubicon.benchmarks.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import rubicon.model.alert.AlertInput;
import rubicon.model.alert.AlertInstance;
import rubicon.model.alert.AlertMachine;
import rubicon.model.alert.AlertState;
import rubicon.model.alert.Reading;
import rubicon.model.analysis.Standing;
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
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.Unit;
import rubicon.model.catalogue.View;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.chronicle.EntryKind;
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
import rubicon.model.rule.Comparison;
import rubicon.model.rule.Holdings;
import rubicon.model.rule.LatestCondition;
import rubicon.model.rule.Measured;
import rubicon.model.rule.MissingPolicy;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Rule;
import rubicon.model.rule.RuleId;
import rubicon.model.rule.Severity;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.rule.ValueEnd;
import rubicon.model.wire.ChroniclePayload;

/// The house's rules as they are evaluated, with the state of each kept in memory: read the newest
/// value, hold it against the threshold, move the alert. One thread, no database.
final class RuleSweeps {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private final Levels levels;
    private final List<Rule> rules;
    private final Map<RuleId, AlertInstance> instances = new HashMap<>();
    private final Map<IndicatorId, Standing> standings = new HashMap<>();
    private long round;

    RuleSweeps(Levels levels) {
        this.levels = levels;
        this.rules = IntStream.range(0, levels.rules()).mapToObj(RuleSweeps::rule).toList();
    }

    /// A new value for each rule, and then all rules.
    ///
    /// @return how long the rules took
    Duration sweep() {
        round++;
        Instant now = FIRST.plusSeconds(round);
        for (int i = 0; i < rules.size(); i++) {
            IndicatorId id = rules.get(i).watched();
            standings.put(id, standing(id, levels.value(i, round), now));
        }
        Holdings held = new Newest(standings, now);
        long begun = System.nanoTime();
        for (Rule rule : rules) {
            evaluate(rule, held, now);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void evaluate(Rule rule, Holdings held, Instant now) {
        if (!(rule.condition().measure(rule, held) instanceof Measured.Value it)) {
            throw new IllegalStateException("every series has a value");
        }
        Reading reading =
                new Reading.Usable(it.value(), it.rows(), it.recordedAt(), false, false, null);
        AlertInput input = new AlertInput.Evaluation(now, now, "benchmark", reading);
        instances.compute(
                rule.id(),
                (_, before) ->
                        AlertMachine.next(
                                        rule,
                                        before == null ? AlertInstance.of(rule) : before,
                                        input)
                                .instance());
    }

    /// Alerts that fire after the last sweep.
    long firing() {
        return instances.values().stream()
                .filter(it -> it.state() instanceof AlertState.Firing)
                .count();
    }

    /// Alerts that should.
    long shouldFire() {
        return levels.firing(round);
    }

    private static Rule rule(int number) {
        String id = "series-" + number;
        return new Rule(
                new RuleId(id),
                id,
                "",
                id,
                new LatestCondition(Comparison.GE, ValueEnd.VALUE, 0, 1),
                List.of(
                        Severity.of(
                                SeverityLevel.WARNING,
                                Levels.FIRE,
                                Levels.FIRE,
                                Duration.ZERO,
                                Duration.ZERO)),
                NoDataPolicy.KEEP,
                new MissingPolicy.Keep(),
                Map.of(),
                true,
                1,
                FIRST);
    }

    private static Standing standing(IndicatorId id, double value, Instant now) {
        ObservationKey key = new ObservationKey("benchmark", id, "model");
        Observation observation =
                new Observation(
                        key,
                        new Subject("model", null, null, null, Actor.AI),
                        Estimate.of(value),
                        null,
                        ObservedOn.day(LocalDate.EPOCH),
                        null,
                        null,
                        Evaluator.THIRD_PARTY,
                        null,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        Provenance.NONE);
        Statement statement =
                new Statement(
                        id.value(),
                        new EventKey("benchmark", id.value()),
                        key,
                        now,
                        now,
                        new Content.Reported(observation));
        return Standing.of(Newest.ANY, List.of(new History(List.of(statement))));
    }

    /// What stands on each indicator, and nothing else.
    private record Newest(Map<IndicatorId, Standing> standings, Instant now) implements Holdings {
        private static final Indicator ANY =
                new Indicator(
                        new IndicatorId("any"),
                        "Any",
                        Kind.MEASUREMENT,
                        new Unit("points"),
                        Scale.LINEAR,
                        new Bounds(0.0, true, null, false),
                        Direction.HIGHER,
                        null,
                        null,
                        null,
                        View.MODEL,
                        List.of(),
                        DateMeaning.RELEASE,
                        Identity.SUBJECT,
                        null,
                        null,
                        Feed.LIVE,
                        null,
                        List.of("benchmark"),
                        Evaluator.THIRD_PARTY,
                        new Licence("CC0-1.0", Export.YES),
                        "",
                        "",
                        null,
                        List.of(),
                        List.of(),
                        1);

        @Override
        public Indicator indicator(IndicatorId id) {
            return ANY;
        }

        @Override
        public Standing standing(IndicatorId id) {
            return Objects.requireNonNull(standings.get(id));
        }

        @Override
        public Collection<History> histories(IndicatorId id) {
            return List.of();
        }

        @Override
        public Collection<EntryHistory<ChroniclePayload>> entries(EntryKind kind) {
            return List.of();
        }
    }
}
