package rubicon.model.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Characters;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.ConditionPayload;
import rubicon.model.wire.RulePayload.SeverityPayload;

/// Makes a rule of what somebody wrote, or tells all that is wrong with it at once.
public final class RuleCheck {

    private static final int MAX_TITLE = 200;
    private static final int MAX_TEXT = 2000;
    private static final int MAX_LABELS = 20;
    private static final int MAX_LABEL = 200;

    private final List<RuleViolation> violations = new ArrayList<>();

    private RuleCheck() {}

    /// A rule, or what forbids it.
    public sealed interface Outcome {}

    /// It can be saved.
    public record Valid(Rule rule) implements Outcome {}

    /// It can not.
    ///
    /// @param violations at least one
    public record Invalid(List<RuleViolation> violations) implements Outcome {
        public Invalid {
            violations = List.copyOf(violations);
        }
    }

    /// Checks a rule as it was typed. Left out, `why` is empty, `recover` equals `fire`, patience
    /// is none, `noData` is `KEEP`, there are no labels, and the rule is enabled. Whether the
    /// indicator exists is for the caller to know.
    ///
    /// @param version of the rule to make; the one in the payload is not read
    /// @param createdAt of that version; the one in the payload is not read
    public static Outcome of(RulePayload payload, int version, Instant createdAt) {
        return new RuleCheck().check(payload, version, createdAt);
    }

    private Outcome check(RulePayload payload, int version, Instant createdAt) {
        var id = ruleId(payload.id());
        var title = text("title", payload.title(), MAX_TITLE, true);
        var why = text("why", payload.why(), MAX_TEXT, false);
        var indicator = text("indicator", payload.indicator(), MAX_TITLE, true);
        var condition = condition(payload.condition());
        var severities = severities(payload.severities());
        var noData = choice("noData", payload.noData(), NoDataPolicy.class, NoDataPolicy.KEEP);
        var labels = labels(payload.labels());
        if (condition.isPresent() && violations.isEmpty()) {
            violations.addAll(Rule.violations(condition.get(), severities));
        }
        if (!violations.isEmpty() || id.isEmpty() || condition.isEmpty() || noData.isEmpty()) {
            return new Invalid(violations);
        }
        return new Valid(
                new Rule(
                        id.get(),
                        title,
                        why,
                        indicator,
                        condition.get(),
                        severities,
                        noData.get(),
                        new MissingPolicy.Keep(),
                        labels,
                        payload.enabled() == null || payload.enabled(),
                        version,
                        createdAt));
    }

    private Optional<RuleId> ruleId(@Nullable String id) {
        if (id == null || !RuleId.isValid(id)) {
            refuse("id", "must be lower-case words joined by '-', up to 80 characters");
            return Optional.empty();
        }
        return Optional.of(new RuleId(id));
    }

    private String text(String field, @Nullable String text, int longest, boolean needed) {
        var given = text == null ? "" : text.strip();
        if (needed && given.isEmpty()) {
            refuse(field, "is needed");
        }
        if (given.length() > longest) {
            refuse(
                    field,
                    "has %d characters; up to %d are allowed".formatted(given.length(), longest));
        }
        var fault = Characters.fault(given);
        if (fault != null) {
            refuse(field, fault);
        }
        return given;
    }

    private Optional<Condition> condition(@Nullable ConditionPayload condition) {
        if (condition == null) {
            refuse("condition", "is needed");
            return Optional.empty();
        }
        return new ConditionCheck(violations).check(condition);
    }

    private List<Severity> severities(@Nullable List<SeverityPayload> given) {
        var severities = new ArrayList<Severity>();
        if (given == null || given.isEmpty()) {
            refuse("severities", "at least one is needed");
            return severities;
        }
        for (int i = 0; i < given.size(); i++) {
            severity(i, given.get(i)).ifPresent(severities::add);
        }
        return severities;
    }

    private Optional<Severity> severity(int place, @Nullable SeverityPayload given) {
        var path = "severities[%d].".formatted(place);
        if (given == null) {
            refuse("severities[%d]".formatted(place), "is needed");
            return Optional.empty();
        }
        var level = choice(path + "name", given.name(), SeverityLevel.class, null);
        var fire = number(path + "fire", given.fire());
        var recover = given.recover() == null ? fire : number(path + "recover", given.recover());
        var pending = duration(path + "pending", given.pending());
        var keepFiring = duration(path + "keepFiring", given.keepFiring());
        if (level.isEmpty()
                || fire.isEmpty()
                || recover.isEmpty()
                || pending.isEmpty()
                || keepFiring.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Severity.of(
                        level.get(), fire.get(), recover.get(), pending.get(), keepFiring.get()));
    }

    private Optional<Double> number(String field, @Nullable Double number) {
        if (number == null || !Double.isFinite(number)) {
            refuse(field, "must be a finite number");
            return Optional.empty();
        }
        return Optional.of(number);
    }

    private Optional<Duration> duration(String field, @Nullable String text) {
        if (text == null) {
            return Optional.of(Duration.ZERO);
        }
        try {
            var duration = Duration.parse(text);
            if (Patience.isValid(duration)) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException _) {
            // Told below, in the same words as a duration out of range.
        }
        refuse(
                field,
                "'%s' must be an ISO 8601 duration between PT0S and %s"
                        .formatted(text, Patience.LONGEST));
        return Optional.empty();
    }

    private Map<String, String> labels(@Nullable Map<String, String> labels) {
        if (labels == null) {
            return Map.of();
        }
        if (labels.size() > MAX_LABELS) {
            refuse(
                    "labels",
                    "there are %d; up to %d are allowed".formatted(labels.size(), MAX_LABELS));
        }
        labels.forEach((name, value) -> {
            if (name.isBlank() || name.length() > MAX_LABEL) {
                refuse("labels", "a name must have 1 to %d characters".formatted(MAX_LABEL));
            }
            var fault = Characters.fault(name);
            if (fault != null) {
                refuse("labels", "a name " + fault);
            }
            text("labels." + name, value, MAX_LABEL, true);
        });
        return labels;
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
        violations.add(new RuleViolation(field, message));
    }
}
