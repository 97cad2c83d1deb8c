package rubicon.ui.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Crossing;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.IndicatorStatePayload.TrendPayload;
import rubicon.model.wire.IndicatorStatePayload.WindowPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.CrossingScoresPayload;
import rubicon.model.wire.TrackRecordPayload.NextValuesPayload;
import rubicon.model.wire.TrackRecordPayload.ShapeScoresPayload;
import rubicon.model.wire.TrackRecordPayload.StepScoresPayload;
import rubicon.model.wire.TrackRecordPayload.WindowScoresPayload;
import rubicon.ui.client.DeadLetterPayload;
import rubicon.ui.client.OpenedLetterPayload;
import rubicon.ui.client.RunPayload;
import rubicon.ui.client.SourcePayload;

/// Payloads as the other services send them, with what a test does not care about filled in.
public final class Wire {
    public static final Instant RECORDED = Instant.parse("2026-11-20T10:00:00Z");

    private static final ProvenancePayload NO_PROVENANCE =
            new ProvenancePayload(null, null, null, null, null, null, null);

    private Wire() {}

    public static SubjectPayload subject(String model) {
        return new SubjectPayload(model, "Anthropic", null, null, "AI");
    }

    public static Point point(String model, String day, double value, double low, double high) {
        return new Point(
                subject(model),
                value,
                low,
                high,
                0.95,
                "BOOTSTRAP",
                null,
                LocalDate.parse(day),
                "DAY",
                "metr-time-horizons",
                model + "-1");
    }

    /// METR's p50 frontier of 2026-03-03, three of its points.
    public static IndicatorStatePayload state(long version) {
        return state("metr-horizon-p50", version);
    }

    public static IndicatorStatePayload state(String indicator, long version) {
        return state(indicator, version, 718.81);
    }

    /// The same state with another best value, in minutes.
    public static IndicatorStatePayload state(String indicator, long version, double best) {
        List<Point> frontier =
                List.of(
                        point("GPT-4", "2023-03-14", 3.99, 2.0, 7.9),
                        point("o3", "2025-04-16", 119.73, 73.0, 191.6),
                        point("Claude Opus 4.6", "2026-02-05", best, 319.3, 3949.8));
        return new IndicatorStatePayload(
                indicator,
                version,
                RECORDED,
                "min",
                frontier.getLast(),
                frontier,
                false,
                new TrendPayload(
                        "EXPONENTIAL",
                        LocalDate.of(2023, 1, 1),
                        960.0,
                        new EstimatePayload(128.744, 110.269, 154.655, 0.95, "OLS_T"),
                        14,
                        LocalDate.of(2023, 1, 1),
                        2.0,
                        0.95),
                null,
                "ACCELERATING",
                List.of(hundredHours()),
                RECORDED,
                new IndicatorStatePayload.Counts(20, 0, 1, 17, 0, 0),
                Map.of(),
                "slope 1.2 to 2.1 a year, later less earlier 0.4 to 1.1",
                LocalDate.of(2026, 11, 20));
    }

    /// When a horizon of 6,000 minutes is expected, by two windows.
    public static ForecastPayload hundredHours() {
        return new ForecastPayload(
                6000,
                new Crossing(
                        LocalDate.of(2027, 3, 17),
                        LocalDate.of(2027, 6, 15),
                        LocalDate.of(2027, 10, 2)),
                "100 hours",
                List.of(
                        window(2023, 14, LocalDate.of(2027, 6, 15), 0.07),
                        window(2024, 12, LocalDate.of(2027, 2, 1), 0.29)));
    }

    private static WindowPayload window(int year, int points, LocalDate median, double chance) {
        return new WindowPayload(
                LocalDate.of(year, 1, 1),
                points,
                new Crossing(median.minusDays(90), median, median.plusDays(109)),
                0.02,
                new TreeMap<>(
                        Map.of(
                                LocalDate.of(2026, 12, 31),
                                chance,
                                LocalDate.of(2027, 12, 31),
                                0.995)));
    }

    /// How good forecasts of an indicator were.
    public static TrackRecordPayload trackRecord(String indicator) {
        return new TrackRecordPayload(
                indicator,
                LocalDate.of(2026, 11, 20),
                null,
                new NextValuesPayload(10, 0.8, 0.8, 0.352, false, List.of()),
                null,
                new CrossingScoresPayload(7, 0, 3, 1, 1.0, 12.0, -3.0, 0.1, 5, 2),
                List.of(),
                List.of(
                        window("2023-01-01", 0.25),
                        window("2024-01-01", 0.5),
                        window("SPREAD", 1.0)),
                List.of(
                        new ShapeScoresPayload(
                                "EXPONENTIAL",
                                3,
                                LocalDate.of(2026, 1, 5),
                                new NextValuesPayload(2, 0.5, 0.6, 0.3, false, List.of()),
                                null),
                        new ShapeScoresPayload(
                                "SATURATING", 3, LocalDate.of(2026, 1, 5), null, null)),
                null,
                List.of(
                        new StepScoresPayload(
                                "HUMAN", "WHOLE", 14, LocalDate.of(2025, 1, 1), 1, 1.0, 2.5, 0.01)),
                Map.of("nextValues", "too few"));
    }

    private static WindowScoresPayload window(String window, double covered) {
        return new WindowScoresPayload(
                window, new CrossingScoresPayload(7, 0, 3, 1, covered, null, null, null, 0, 0));
    }

    /// A board of agents: models in scaffolds that tell them apart.
    public static IndicatorStatePayload board(String indicator, long version) {
        List<Point> frontier =
                List.of(
                        agent("AIDE", "o1-preview", "2024-10-10", 17.12),
                        agent("R&D-Agent", "o3", "2025-06-01", 30.2));
        return new IndicatorStatePayload(
                indicator,
                version,
                RECORDED,
                "%",
                frontier.getLast(),
                frontier,
                false,
                null,
                null,
                null,
                List.of(),
                RECORDED,
                new IndicatorStatePayload.Counts(2, 0, 0, 2, 0, 0),
                Map.of(),
                null,
                null);
    }

    private static Point agent(String scaffold, String model, String day, double value) {
        return new Point(
                new SubjectPayload(model, "OpenAI", scaffold, null, "AI"),
                value,
                null,
                null,
                null,
                null,
                null,
                LocalDate.parse(day),
                "DAY",
                "a-source",
                "row of " + model);
    }

    public static IndicatorPayload indicator(String id, String title, @Nullable String scale) {
        return indicator(id, title, scale, List.of());
    }

    /// An indicator that links to its variants.
    public static IndicatorPayload indicator(
            String id, String title, @Nullable String scale, List<String> variants) {
        return new IndicatorPayload(
                id,
                title,
                "MEASUREMENT",
                "min",
                scale,
                null,
                "HIGHER",
                null,
                null,
                null,
                "MODEL",
                List.of("bug-fixes"),
                "RELEASE",
                "SUBJECT",
                null,
                null,
                "LIVE",
                "P120D",
                List.of("metr-time-horizons"),
                "THIRD_PARTY",
                null,
                null,
                "How long a task an agent can do.",
                null,
                variants,
                List.of(new IndicatorPayload.LinePayload(960.0, "limit of the suite", null)),
                1);
    }

    /// An indicator of a level and kind, and how its source stands.
    public static IndicatorPayload indicator(
            String id, String title, String view, String kind, String feed, List<String> work) {
        return new IndicatorPayload(
                id,
                title,
                kind,
                "%",
                "LINEAR",
                null,
                "HIGHER",
                null,
                null,
                null,
                view,
                work,
                "RESULT",
                "SUBJECT",
                null,
                null,
                feed,
                feed.equals("LIVE") ? "P120D" : null,
                List.of("a-source"),
                "THIRD_PARTY",
                new IndicatorPayload.LicencePayload("MIT", "YES"),
                "The authors, A paper (2026)",
                "What it tells.",
                null,
                List.of(),
                List.of(),
                1);
    }

    /// A source that is switched on, at a moment.
    public static SourcePayload source(
            String id, String every, Instant lastSuccess, Instant nextDue, String health) {
        return new SourcePayload(
                id,
                "facts",
                "https://example.org/a/long/way/to/results.yaml",
                true,
                every,
                lastSuccess,
                nextDue,
                RECORDED,
                health,
                health.equals("DRIFT") ? "ROWS" : null,
                null);
    }

    /// A source after another reading.
    public static SourcePayload read(
            SourcePayload it, String health, @Nullable String drift, RunPayload run) {
        return new SourcePayload(
                it.id(),
                it.connector(),
                it.url(),
                it.enabled(),
                it.every(),
                it.lastSuccessAt(),
                it.nextDueAt(),
                it.unchangedSince(),
                health,
                drift,
                run);
    }

    /// A state in which nothing is held.
    public static IndicatorStatePayload nothing(String indicator, long version) {
        return new IndicatorStatePayload(
                indicator,
                version,
                RECORDED,
                "%",
                null,
                List.of(),
                false,
                null,
                null,
                null,
                List.of(),
                null,
                new IndicatorStatePayload.Counts(0, 0, 0, 0, 0, 0),
                Map.of(),
                null,
                null);
    }

    /// Two sources that differ about a model.
    public static DisagreementPayload disagreement(
            String indicator, String model, double standing, double other, String agreement) {
        return new DisagreementPayload(
                indicator,
                "Time horizon at 50 %",
                "min",
                subject(model),
                "metr-time-horizons",
                true,
                agreement.equals("DIFFERS"),
                Math.abs(other / standing - 1),
                List.of(
                        new DisagreementPayload.ValuePayload(
                                read(
                                        row(model, 1, "STANDING", standing),
                                        "https://metr.org/time-horizons/",
                                        NO_PROVENANCE),
                                1,
                                "STANDS",
                                null),
                        new DisagreementPayload.ValuePayload(
                                read(
                                        row(model + "-quoted", 1, "STANDING", other),
                                        "a letter",
                                        NO_PROVENANCE),
                                2,
                                agreement,
                                other / standing - 1)));
    }

    /// A documented discrepancy of two statements.
    public static DiscrepancyPayload documented(String id, String kind, List<String> indicators) {
        return new DiscrepancyPayload(
                id,
                "Two numbers of " + id,
                kind,
                indicators,
                List.of(
                        new DiscrepancyPayload.StatementPayload(
                                "A lab", "34 ×", "as printed", "a card", null),
                        new DiscrepancyPayload.StatementPayload(
                                "A lab",
                                "30.09 ×",
                                "as cited later",
                                "a later card",
                                "https://example.org/card")),
                "The later card contradicts the print.",
                "The print stands.",
                LocalDate.of(2026, 11, 20));
    }

    public static LedgerRowPayload row(
            String externalId, int revision, String status, @Nullable Double value) {
        return row(externalId, revision, status, value, RECORDED.plusSeconds(revision));
    }

    public static LedgerRowPayload row(
            String externalId,
            int revision,
            String status,
            @Nullable Double value,
            Instant recordedAt) {
        return new LedgerRowPayload(
                externalId + "-" + revision,
                revision,
                status,
                recordedAt,
                "metr-time-horizons",
                externalId,
                "metr-horizon-p50",
                subject(externalId),
                value,
                null,
                null,
                null,
                null,
                null,
                "min",
                null,
                LocalDate.of(2025, 8, 7),
                "DAY",
                null,
                RECORDED,
                null,
                "THIRD_PARTY",
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                "YES");
    }

    /// The same row with a reason not to rely upon it.
    public static LedgerRowPayload disputed(LedgerRowPayload row, String why) {
        return with(row, "DISPUTED", why, row.held(), row.confirmed());
    }

    /// The same row, held for that reason.
    public static LedgerRowPayload held(LedgerRowPayload row, String why) {
        return with(row, "DISPUTED", null, why, row.confirmed());
    }

    /// The same row, vouched for.
    public static LedgerRowPayload confirmed(LedgerRowPayload row, String why) {
        return with(row, "STANDING", null, null, why);
    }

    private static LedgerRowPayload with(
            LedgerRowPayload row,
            String status,
            @Nullable String disputed,
            @Nullable String held,
            @Nullable String confirmed) {
        return new LedgerRowPayload(
                row.id(),
                row.revision(),
                status,
                row.recordedAt(),
                row.source(),
                row.externalId(),
                row.indicator(),
                row.subject(),
                row.value(),
                row.low(),
                row.high(),
                row.level(),
                row.method(),
                row.n(),
                row.unit(),
                row.qualifier(),
                row.observedOn(),
                row.precision(),
                row.publishedAt(),
                row.statedAt(),
                row.startingPoint(),
                row.evaluator(),
                row.evidence(),
                row.note(),
                disputed,
                held,
                confirmed,
                row.tags(),
                row.provenance(),
                row.reason(),
                row.reasonText(),
                row.export());
    }

    /// The same row of somebody else.
    public static LedgerRowPayload by(LedgerRowPayload row, SubjectPayload subject) {
        return new LedgerRowPayload(
                row.id(),
                row.revision(),
                row.status(),
                row.recordedAt(),
                row.source(),
                row.externalId(),
                row.indicator(),
                subject,
                row.value(),
                row.low(),
                row.high(),
                row.level(),
                row.method(),
                row.n(),
                row.unit(),
                row.qualifier(),
                row.observedOn(),
                row.precision(),
                row.publishedAt(),
                row.statedAt(),
                row.startingPoint(),
                row.evaluator(),
                row.evidence(),
                row.note(),
                row.disputed(),
                row.held(),
                row.confirmed(),
                row.tags(),
                row.provenance(),
                row.reason(),
                row.reasonText(),
                row.export());
    }

    /// The same row with where it was read.
    public static LedgerRowPayload read(
            LedgerRowPayload row, @Nullable String evidence, ProvenancePayload provenance) {
        return new LedgerRowPayload(
                row.id(),
                row.revision(),
                row.status(),
                row.recordedAt(),
                row.source(),
                row.externalId(),
                row.indicator(),
                row.subject(),
                row.value(),
                row.low(),
                row.high(),
                row.level(),
                row.method(),
                row.n(),
                row.unit(),
                row.qualifier(),
                row.observedOn(),
                row.precision(),
                row.publishedAt(),
                row.statedAt(),
                row.startingPoint(),
                row.evaluator(),
                evidence,
                row.note(),
                row.disputed(),
                row.held(),
                row.confirmed(),
                row.tags(),
                provenance,
                row.reason(),
                row.reasonText(),
                row.export());
    }

    public static RulePayload rule(String title, double fire, boolean enabled) {
        return new RulePayload(
                "rule",
                title,
                "why",
                "metr-horizon-p50",
                RulePayload.ConditionPayload.of("FRONTIER", "GE"),
                List.of(new RulePayload.SeverityPayload("WARNING", fire, fire, "PT0S", "PT0S")),
                "KEEP",
                Map.of(),
                enabled,
                1,
                RECORDED);
    }

    /// A rule of several steps, named ladder.
    public static RulePayload ladder(List<RulePayload.SeverityPayload> steps) {
        return new RulePayload(
                "ladder",
                "ladder",
                "why",
                "metr-horizon-p50",
                RulePayload.ConditionPayload.of("FRONTIER", "GE"),
                steps,
                "KEEP",
                Map.of(),
                true,
                1,
                RECORDED);
    }

    public static AlertPayload alert(
            String id, long version, String condition, String severity, List<String> flags) {
        return new AlertPayload(
                id,
                version,
                "rule",
                1,
                "p50 horizon over one working day",
                "metr-horizon-p50",
                "min",
                condition,
                "OK",
                severity,
                RECORDED,
                RECORDED,
                null,
                "SUSTAINED",
                flags,
                718.81,
                "Claude Opus 4.6",
                "CLEAN",
                480.0,
                List.of(),
                RECORDED,
                null,
                Map.of(),
                List.of(
                        new AlertPayload.TransitionPayload(
                                RECORDED,
                                "NORMAL",
                                "FIRING",
                                severity,
                                "BREACHED",
                                "OK",
                                718.81,
                                480.0,
                                1,
                                List.of(),
                                RECORDED,
                                "release")));
    }

    /// The same episode of another rule.
    public static AlertPayload ofRule(AlertPayload alert, String rule) {
        return new AlertPayload(
                alert.id(),
                alert.version(),
                rule,
                alert.ruleVersion(),
                alert.title(),
                alert.indicator(),
                alert.unit(),
                alert.condition(),
                alert.health(),
                alert.severity(),
                alert.activeAt(),
                alert.firedAt(),
                alert.resolvedAt(),
                alert.reason(),
                alert.flags(),
                alert.value(),
                alert.subject(),
                alert.reading(),
                alert.threshold(),
                alert.observations(),
                alert.asOf(),
                alert.acknowledged(),
                alert.labels(),
                alert.transitions());
    }

    /// The same episode on another indicator, resting on these rows.
    public static AlertPayload restingOn(AlertPayload alert, String indicator, List<String> rows) {
        return new AlertPayload(
                alert.id(),
                alert.version(),
                alert.rule(),
                alert.ruleVersion(),
                alert.title(),
                indicator,
                alert.unit(),
                alert.condition(),
                alert.health(),
                alert.severity(),
                alert.activeAt(),
                alert.firedAt(),
                alert.resolvedAt(),
                alert.reason(),
                alert.flags(),
                alert.value(),
                alert.subject(),
                alert.reading(),
                alert.threshold(),
                rows,
                alert.asOf(),
                alert.acknowledged(),
                alert.labels(),
                alert.transitions());
    }

    /// The same indicator with what people reach and where it measures its own noise.
    public static IndicatorPayload between(
            IndicatorPayload it,
            IndicatorPayload.@Nullable HumanBaselinePayload baseline,
            IndicatorPayload.@Nullable NoiseCeilingPayload ceiling) {
        return new IndicatorPayload(
                it.id(),
                it.title(),
                it.kind(),
                it.unit(),
                it.scale(),
                it.bounds(),
                it.direction(),
                ceiling,
                it.normalisation(),
                baseline,
                it.view(),
                it.categories(),
                it.date(),
                it.identity(),
                it.trend(),
                it.runs(),
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

    /// The same episode after someone took note.
    public static AlertPayload acknowledged(AlertPayload alert, String by, String note) {
        return copy(
                alert,
                alert.version() + 1,
                alert.severity(),
                new AlertPayload.AcknowledgementPayload(by, RECORDED.plusSeconds(60), note),
                alert.transitions());
    }

    /// The same episode in a later version.
    public static AlertPayload version(AlertPayload alert, long version) {
        return copy(alert, version, alert.severity(), alert.acknowledged(), alert.transitions());
    }

    /// The same episode after a release made it graver.
    public static AlertPayload raised(
            AlertPayload alert, long version, String severity, Instant at) {
        List<AlertPayload.TransitionPayload> steps = new ArrayList<>(alert.transitions());
        steps.add(
                new AlertPayload.TransitionPayload(
                        at,
                        "FIRING",
                        "FIRING",
                        severity,
                        "SEVERITY_RAISED",
                        "OK",
                        6480.0,
                        6000.0,
                        1,
                        List.of(),
                        at,
                        "release"));
        return copy(alert, version, severity, alert.acknowledged(), steps);
    }

    /// The same episode of another severity.
    public static AlertPayload severity(AlertPayload alert, long version, String severity) {
        return copy(alert, version, severity, alert.acknowledged(), alert.transitions());
    }

    private static AlertPayload copy(
            AlertPayload alert,
            long version,
            @Nullable String severity,
            AlertPayload.@Nullable AcknowledgementPayload acknowledged,
            List<AlertPayload.TransitionPayload> transitions) {
        return new AlertPayload(
                alert.id(),
                version,
                alert.rule(),
                alert.ruleVersion(),
                alert.title(),
                alert.indicator(),
                alert.unit(),
                alert.condition(),
                alert.health(),
                severity,
                alert.activeAt(),
                alert.firedAt(),
                alert.resolvedAt(),
                alert.reason(),
                alert.flags(),
                alert.value(),
                alert.subject(),
                alert.reading(),
                alert.threshold(),
                alert.observations(),
                alert.asOf(),
                acknowledged,
                alert.labels(),
                transitions);
    }

    /// A refused record whose value is this text.
    public static OpenedLetterPayload letter(long offset, String field, String value) {
        return letter(offset, field, new OpenedLetterPayload.BytesPayload(value, null));
    }

    /// A refused record.
    public static OpenedLetterPayload letter(
            long offset, String field, OpenedLetterPayload.BytesPayload value) {
        return new OpenedLetterPayload(
                new DeadLetterPayload(
                        "rubicon.observations-3-" + offset,
                        "rubicon.observations",
                        3,
                        offset,
                        field,
                        field + " -5 is outside the bounds of the indicator, which are above 0 min",
                        RECORDED.minusSeconds(offset),
                        null,
                        null),
                RECORDED.minusSeconds(offset),
                "a-source",
                "event-" + offset,
                new OpenedLetterPayload.BytesPayload("metr-horizon-p50", null),
                value,
                List.of(
                        new OpenedLetterPayload.HeaderPayload(
                                "content-type",
                                new OpenedLetterPayload.BytesPayload(
                                        "application/cloudevents+json", null))),
                null);
    }

    /// The same record after somebody sent it again.
    public static OpenedLetterPayload replayed(OpenedLetterPayload it, String by) {
        DeadLetterPayload old = it.letter();
        return became(
                new OpenedLetterPayload(
                        new DeadLetterPayload(
                                old.id(),
                                old.topic(),
                                old.partition(),
                                old.offset(),
                                old.field(),
                                old.reason(),
                                old.receivedAt(),
                                RECORDED.plusSeconds(60),
                                by),
                        it.stampedAt(),
                        it.eventSource(),
                        it.eventId(),
                        it.key(),
                        it.value(),
                        it.headers(),
                        null),
                "PENDING");
    }

    /// The same record with what became of it.
    public static OpenedLetterPayload became(OpenedLetterPayload it, String became) {
        return new OpenedLetterPayload(
                it.letter(),
                it.stampedAt(),
                it.eventSource(),
                it.eventId(),
                it.key(),
                it.value(),
                it.headers(),
                became);
    }
}
