package rubicon.ingest.indicator;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.StateFigures;
import rubicon.model.catalogue.IndicatorId;

/// Each indicator's best value, and how many of its values are held, as meters, read from the
/// database, so that every replica tells the same.
@ApplicationScoped
class IndicatorMeters {
    private final LedgerService ledger;
    private final MultiGauge frontier;
    private final MultiGauge held;

    IndicatorMeters(LedgerService ledger, MeterRegistry meters) {
        this.ledger = ledger;
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
        List<StateFigures> states = ledger.figures();
        frontier.register(
                states.stream().flatMap(it -> row(it.indicator(), it.best())).toList(), true);
        held.register(states.stream().flatMap(it -> row(it.indicator(), it.held())).toList(), true);
    }

    private static Stream<Row<?>> row(IndicatorId indicator, @Nullable Number value) {
        return value == null
                ? Stream.of()
                : Stream.of(Row.of(Tags.of("indicator", indicator.value()), value));
    }
}
