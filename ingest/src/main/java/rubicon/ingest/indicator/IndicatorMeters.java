package rubicon.ingest.indicator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import rubicon.model.wire.IndicatorStatePayload;

/// Each indicator's best value as a meter, read from the database, so that every replica tells the
/// same.
@ApplicationScoped
class IndicatorMeters {
    private final IndicatorService indicators;
    private final MultiGauge frontier;

    IndicatorMeters(IndicatorService indicators, MeterRegistry meters) {
        this.indicators = indicators;
        this.frontier =
                MultiGauge.builder("rubicon.indicator.frontier")
                        .description("Best value of an indicator, in its own unit")
                        .register(meters);
    }

    @Scheduled(every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        frontier.register(
                indicators.states().stream()
                        .filter(state -> !state.frontier().isEmpty())
                        .map(IndicatorMeters::row)
                        .toList(),
                true);
    }

    private static Row<?> row(IndicatorStatePayload state) {
        return Row.of(Tags.of("indicator", state.indicator()), state.frontier().getLast().value());
    }
}
