package rubicon.ingest.indicator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import rubicon.model.wire.IndicatorStatePayload;

/// Each indicator's best value, and how many of its values are held, as meters, read from the
/// database, so that every replica tells the same.
@ApplicationScoped
class IndicatorMeters {
    private final IndicatorService indicators;
    private final MultiGauge frontier;
    private final MultiGauge held;

    IndicatorMeters(IndicatorService indicators, MeterRegistry meters) {
        this.indicators = indicators;
        this.frontier =
                MultiGauge.builder("rubicon.indicator.frontier")
                        .description("Best value of an indicator, in its own unit")
                        .register(meters);
        this.held =
                MultiGauge.builder("rubicon.observations.held")
                        .description("Values of an indicator that the plausibility check holds")
                        .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        List<IndicatorStatePayload> states = indicators.states();
        frontier.register(
                states.stream()
                        .filter(state -> !state.frontier().isEmpty())
                        .map(state -> row(state, state.frontier().getLast().value()))
                        .toList(),
                true);
        held.register(
                states.stream()
                        .filter(state -> state.counts().held() != null)
                        .map(state -> row(state, state.counts().held()))
                        .toList(),
                true);
    }

    private static Row<?> row(IndicatorStatePayload state, Number value) {
        return Row.of(Tags.of("indicator", state.indicator()), value);
    }
}
