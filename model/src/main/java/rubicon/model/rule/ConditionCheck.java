package rubicon.model.rule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.wire.Characters;
import rubicon.model.wire.RulePayload.ConditionPayload;

/// Makes a condition of what somebody wrote. Fields that the kind does not read are refused: who
/// wrote them would wait for what never comes.
final class ConditionCheck {
    private static final int MAX_N = 1_000_000;
    private static final int MAX_TEXT = 100;

    private final List<RuleViolation> violations;
    private final int before;

    ConditionCheck(List<RuleViolation> violations) {
        this.violations = violations;
        this.before = violations.size();
    }

    /// The condition; empty where it is at fault.
    Optional<Condition> check(ConditionPayload it) {
        var kind = choice("kind", it.kind(), ConditionKind.class, null);
        var op = choice("op", it.op(), Comparison.class, null);
        if (kind.isEmpty() || op.isEmpty()) {
            return Optional.empty();
        }
        refuseUnread(kind.get(), it);
        var condition = condition(kind.get(), op.get(), it);
        return violations.size() == before ? condition : Optional.empty();
    }

    private Optional<Condition> condition(ConditionKind kind, Comparison op, ConditionPayload it) {
        return switch (kind) {
            case FRONTIER ->
                    Optional.of(
                            new FrontierCondition(
                                    op,
                                    end(it),
                                    count("minN", it.minN(), 0, 0, MAX_N),
                                    reading(it)));
            case LATEST -> Optional.of(latest(op, it));
            case GAP -> gap(op, it);
            case TREND -> Optional.of(new TrendCondition(op, reading(it)));
            case PREDICTED -> Optional.of(new PredictedCondition(op, reading(it)));
            case CHANGE -> days(it).map(window -> new ChangeCondition(op, window, reading(it)));
            case COUNT -> days(it).map(window -> new CountCondition(op, window, reading(it)));
            case SILENCE ->
                    rising(kind, op)
                            .flatMap(_ ->
                                    choice("since", it.since(), SilenceCondition.Since.class, null))
                            .map(since -> new SilenceCondition(op, since));
            case STANDSTILL -> rising(kind, op).map(_ -> new StandstillCondition(op, reading(it)));
            case RESTATED ->
                    window(it)
                            .map(window ->
                                    new RestatedCondition(
                                            op, window, count("minN", it.minN(), 1, 1, MAX_N)));
            case MARKED -> window(it).map(window -> new MarkedCondition(op, window));
            case MILESTONES -> milestones(op, it);
            case FORECAST_DUE ->
                    rising(kind, op)
                            .flatMap(_ -> entry(it))
                            .map(entry -> new ForecastDueCondition(op, entry));
            case DETERMINATION -> entry(it).map(entry -> new DeterminationCondition(op, entry));
            case REWORDED ->
                    entry(it)
                            .flatMap(entry ->
                                    window(it)
                                            .map(window ->
                                                    new RewordedCondition(op, entry, window)));
        };
    }

    private LatestCondition latest(Comparison op, ConditionPayload it) {
        return new LatestCondition(
                op,
                end(it),
                count("minN", it.minN(), 0, 0, MAX_N),
                count("consecutive", it.consecutive(), 1, 1, LatestCondition.MOST_CONSECUTIVE),
                reading(it));
    }

    private Optional<Condition> gap(Comparison op, ConditionPayload it) {
        var measure =
                choice(
                        "measure",
                        it.measure(),
                        GapCondition.Measure.class,
                        GapCondition.Measure.DIFFERENCE);
        var per = choice("per", it.per(), GapCondition.Per.class, GapCondition.Per.FRONTIER);
        var other = it.other();
        if (other == null || !IndicatorId.isValid(other)) {
            refuse("other", "must be the id of an indicator");
            return Optional.empty();
        }
        return measure.flatMap(how ->
                per.map(whose ->
                        new GapCondition(op, new IndicatorId(other), how, whose, reading(it))));
    }

    private Optional<Condition> milestones(Comparison op, ConditionPayload it) {
        var kinds = EnumSet.noneOf(MilestoneKind.class);
        var named = it.milestones() == null ? List.<String>of() : it.milestones();
        for (var name : named) {
            choice("milestones", name, MilestoneKind.class, null).ifPresent(kinds::add);
        }
        if (named.isEmpty()) {
            refuse("milestones", "at least one kind is needed");
        }
        var window = it.window() == null ? Optional.<Duration>empty() : days(it);
        return Optional.of(new MilestonesCondition(op, kinds, window.orElse(null)));
    }

    private Optional<EntryRef> entry(ConditionPayload it) {
        var id = it.entry();
        if (id == null || !IndicatorId.isValid(id)) {
            refuse("entry", "must be the id of an entry of the chronicle");
            return Optional.empty();
        }
        var source = it.source();
        if (source != null
                && (source.isBlank()
                        || source.length() > MAX_TEXT
                        || Characters.fault(source) != null)) {
            refuse("source", "must have 1 to %d characters that can be shown".formatted(MAX_TEXT));
        }
        return Optional.of(new EntryRef(id, source));
    }

    /// Time only goes one way: a value that grows by it is never breached by falling.
    private Optional<Comparison> rising(ConditionKind kind, Comparison op) {
        return switch (op) {
            case GE, GT -> Optional.of(op);
            case LE, LT -> {
                refuse("op", "%s must be GE or GT with %s".formatted(op, kind));
                yield Optional.empty();
            }
        };
    }

    private SeriesReading reading(ConditionPayload it) {
        if ("ALL".equals(it.reading())) {
            refuse("reading", "'ALL' reads what was withdrawn, and nobody is warned of that");
            return SeriesReading.CLEAN;
        }
        return choice("reading", it.reading(), SeriesReading.class, SeriesReading.CLEAN)
                .orElse(SeriesReading.CLEAN);
    }

    private ValueEnd end(ConditionPayload it) {
        return choice("of", it.of(), ValueEnd.class, ValueEnd.VALUE).orElse(ValueEnd.VALUE);
    }

    private Optional<Duration> days(ConditionPayload it) {
        var window = window(it);
        if (window.isPresent() && !window.get().equals(Duration.ofDays(window.get().toDays()))) {
            refuse("window", "'%s' must be whole days, such as P60D".formatted(it.window()));
        }
        return window;
    }

    private Optional<Duration> window(ConditionPayload it) {
        try {
            var window = it.window() == null ? Duration.ZERO : Duration.parse(it.window());
            if (Patience.isValid(window) && window.isPositive()) {
                return Optional.of(window);
            }
        } catch (DateTimeParseException _) {
            // Told below, in the same words as a duration out of range.
        }
        refuse(
                "window",
                "'%s' must be an ISO 8601 duration above PT0S, up to %s"
                        .formatted(it.window(), Patience.LONGEST));
        return Optional.empty();
    }

    private int count(String field, @Nullable Integer given, int otherwise, int least, int most) {
        if (given == null) {
            return otherwise;
        }
        if (given < least || given > most) {
            refuse(field, "%d must lie between %d and %d".formatted(given, least, most));
        }
        return given;
    }

    private void refuseUnread(ConditionKind kind, ConditionPayload it) {
        Map<String, @Nullable Object> optional = new HashMap<>();
        optional.put("of", it.of());
        optional.put("minN", it.minN());
        optional.put("consecutive", it.consecutive());
        optional.put("other", it.other());
        optional.put("measure", it.measure());
        optional.put("per", it.per());
        optional.put("since", it.since());
        optional.put("window", it.window());
        optional.put("milestones", it.milestones());
        optional.put("entry", it.entry());
        optional.put("source", it.source());
        optional.put("reading", it.reading());
        var unread = new ArrayList<String>();
        optional.forEach((field, value) -> {
            if (value != null && !fields(kind).contains(field)) {
                unread.add(field);
            }
        });
        unread.stream().sorted().forEach(field -> refuse(field, "is not read by " + kind));
    }

    /// The fields that a kind reads beside `kind` and `op`.
    static Set<String> fields(ConditionKind kind) {
        return switch (kind) {
            case FRONTIER -> Set.of("of", "minN", "reading");
            case LATEST -> Set.of("of", "minN", "consecutive", "reading");
            case GAP -> Set.of("other", "measure", "per", "reading");
            case TREND, PREDICTED, STANDSTILL -> Set.of("reading");
            case CHANGE, COUNT -> Set.of("window", "reading");
            case MARKED -> Set.of("window");
            case SILENCE -> Set.of("since");
            case RESTATED -> Set.of("window", "minN");
            case MILESTONES -> Set.of("milestones", "window");
            case FORECAST_DUE, DETERMINATION -> Set.of("entry", "source");
            case REWORDED -> Set.of("entry", "source", "window");
        };
    }

    private <E extends Enum<E>> Optional<E> choice(
            String field, @Nullable String name, Class<E> type, @Nullable E otherwise) {
        if (name == null && otherwise != null) {
            return Optional.of(otherwise);
        }
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        refuse(
                field,
                "'%s' must be one of %s".formatted(name, Arrays.toString(type.getEnumConstants())));
        return Optional.empty();
    }

    private void refuse(String field, String message) {
        violations.add(new RuleViolation("condition." + field, message));
    }
}
