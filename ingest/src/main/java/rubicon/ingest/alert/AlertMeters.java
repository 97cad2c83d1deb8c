package rubicon.ingest.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.ingest.rule.RuleService;
import rubicon.ingest.rule.RuleService.Saved;
import rubicon.model.alert.AlertCondition;
import rubicon.model.rule.Rule;
import rubicon.model.wire.AlertPayload;

/// The alerts' states as meters, read from the database, so that every replica tells the same.
@ApplicationScoped
class AlertMeters {
    private static final int LIMIT = 10_000;

    private final AlertService alerts;
    private final RuleService rules;
    private final MultiGauge states;

    AlertMeters(AlertService alerts, RuleService rules, MeterRegistry meters) {
        this.alerts = alerts;
        this.rules = rules;
        this.states =
                MultiGauge.builder("rubicon.alert.state")
                        .description("1 while the rule's alert fires with this severity, 0 else")
                        .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        Map<String, String> firing =
                alerts.list(null, true, null, LIMIT).stream()
                        .filter(AlertMeters::fires)
                        .collect(
                                Collectors.toMap(
                                        AlertPayload::rule,
                                        it -> String.valueOf(it.severity()),
                                        (newer, _) -> newer));
        states.register(
                rules.all().stream().map(Saved::rule).flatMap(it -> rows(it, firing)).toList(),
                true);
    }

    private static boolean fires(AlertPayload alert) {
        return switch (AlertCondition.valueOf(alert.condition())) {
            case FIRING, RECOVERING -> true;
            case NORMAL, PENDING -> false;
        };
    }

    private static Stream<Row<?>> rows(Rule rule, Map<String, String> firing) {
        String id = rule.id().value();
        return rule.severities().stream()
                .map(it -> it.level().name())
                .map(name ->
                        Row.of(
                                Tags.of("rule", id, "severity", name),
                                name.equals(firing.get(id)) ? 1 : 0));
    }
}
