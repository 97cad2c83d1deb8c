package rubicon.ingest.alert;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.alert.AlertCondition;
import rubicon.model.alert.Episode;
import rubicon.model.alert.Health;
import rubicon.model.alert.Transition;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.rule.Rule;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.AlertPayload.AcknowledgementPayload;
import rubicon.model.wire.AlertPayload.TransitionPayload;

/// An episode as it travels.
final class AlertPayloads {
    private AlertPayloads() {}

    /// An episode after an evaluation.
    ///
    /// @param before as it travelled last; null for a new one
    /// @param subject whose value it rests on; null where this evaluation read none
    static AlertPayload of(
            Rule rule,
            String unit,
            Episode episode,
            AlertCondition condition,
            Health health,
            @Nullable String subject,
            List<Transition> steps,
            @Nullable AlertPayload before) {
        List<TransitionPayload> transitions =
                new ArrayList<>(before == null ? List.of() : before.transitions());
        steps.forEach(step -> transitions.add(transition(step)));
        SeriesReading reading = rule.condition().reading();
        return new AlertPayload(
                episode.id(),
                before == null ? 1 : before.version() + 1,
                rule.id().value(),
                episode.ruleVersion(),
                rule.title(),
                rule.indicator(),
                unit,
                condition.name(),
                health.name(),
                episode.severity().name(),
                episode.activeAt(),
                episode.firedAt(),
                episode.resolvedAt(),
                episode.reason().name(),
                episode.flags().stream().map(Enum::name).toList(),
                episode.evidence().value(),
                subject == null && before != null ? before.subject() : subject,
                reading == null ? null : reading.name(),
                episode.threshold(),
                episode.evidence().observations(),
                episode.evidence().dataAsOf(),
                before == null ? null : before.acknowledged(),
                rule.labels(),
                List.copyOf(transitions));
    }

    /// The same, taken note of.
    static AlertPayload acknowledged(AlertPayload it, AcknowledgementPayload acknowledgement) {
        return new AlertPayload(
                it.id(),
                it.version() + 1,
                it.rule(),
                it.ruleVersion(),
                it.title(),
                it.indicator(),
                it.unit(),
                it.condition(),
                it.health(),
                it.severity(),
                it.activeAt(),
                it.firedAt(),
                it.resolvedAt(),
                it.reason(),
                it.flags(),
                it.value(),
                it.subject(),
                it.reading(),
                it.threshold(),
                it.observations(),
                it.asOf(),
                acknowledgement,
                it.labels(),
                it.transitions());
    }

    private static TransitionPayload transition(Transition step) {
        return new TransitionPayload(
                step.at(),
                step.from().name(),
                step.to().name(),
                step.severity().name(),
                step.reason().name(),
                step.health().name(),
                step.evidence().value(),
                step.threshold(),
                step.ruleVersion(),
                step.evidence().observations(),
                step.evidence().dataAsOf(),
                step.evaluator());
    }
}
