package rubicon.ingest.release;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.ingest.evalrun.Appended;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.intake.Arrival;
import rubicon.ingest.intake.BatchHandler;
import rubicon.ingest.intake.BatchTransaction;
import rubicon.ingest.intake.DeadLetterService;
import rubicon.ingest.intake.EventReader;
import rubicon.ingest.intake.Received;
import rubicon.ingest.outbox.OutboxPublisher;
import rubicon.model.evalrun.EvalRunCheck;
import rubicon.model.evalrun.EvalRunStatement;
import rubicon.model.ledger.Decision;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.Topics;

/// Lets a batch of eval runs do what they do, all in one transaction. What a statement does is
/// decided one by one, so the size of a batch changes no outcome.
@ApplicationScoped
public class EvalRunProcessor implements BatchHandler {
    private final EventReader reader = new EventReader();
    private final EvalRunCheck check = new EvalRunCheck();
    private final EvalRunService runs;
    private final DeadLetterService letters;
    private final BatchTransaction transactions;
    private final OutboxPublisher publisher;
    private final InstantSource time;
    private final MeterRegistry meters;

    EvalRunProcessor(
            EvalRunService runs,
            DeadLetterService letters,
            BatchTransaction transactions,
            OutboxPublisher publisher,
            InstantSource time,
            MeterRegistry meters) {
        this.runs = runs;
        this.letters = letters;
        this.transactions = transactions;
        this.publisher = publisher;
        this.time = time;
        this.meters = meters;
    }

    @Override
    public String topic() {
        return Topics.EVAL_RUNS;
    }

    @Override
    public Runnable prepare(List<Received> batch, boolean isMoreWaiting) {
        Instant now = time.instant();
        List<Item> items = new ArrayList<>();
        for (Received received : batch) {
            Arrival arrival = reader.read(received);
            items.add(new Item(received, arrival.eventKey(), check(arrival, now)));
        }
        return () -> {
            transactions.run(items, this::process);
            publisher.wake();
        };
    }

    /// What became of an event at the door.
    private sealed interface Checked {}

    private record Accepted(EvalRunStatement statement) implements Checked {}

    private record Refused(List<Violation> violations) implements Checked {}

    /// A record with what it turned out to be.
    private record Item(Received received, Optional<EventKey> event, Checked checked)
            implements BatchTransaction.Item {}

    private Checked check(Arrival arrival, Instant now) {
        return switch (arrival) {
            case Arrival.Run(var event, Instant statedAt, var payload) ->
                    switch (check.check(payload, statedAt, now)) {
                        case EvalRunCheck.Valid(var run) ->
                                new Accepted(new EvalRunStatement(event, statedAt, run));
                        case EvalRunCheck.Refused(var violations) -> new Refused(violations);
                    };
            case Arrival.Unreadable(var _, Violation violation) -> new Refused(List.of(violation));
            case Arrival.Report _, Arrival.Retraction _, Arrival.Entry _ ->
                    new Refused(
                            List.of(
                                    new Violation(
                                            "type",
                                            "belongs on the topic " + Topics.OBSERVATIONS)));
        };
    }

    private void process(List<Item> items) {
        List<EvalRunStatement> statements = new ArrayList<>();
        int refused = 0;
        for (Item item : items) {
            switch (item.checked()) {
                case Accepted(EvalRunStatement statement) -> statements.add(statement);
                case Refused(List<Violation> violations) -> {
                    letters.refuse(item.received(), item.event(), violations);
                    refused++;
                }
            }
        }
        Map<Outcome, Integer> outcomes = new HashMap<>();
        for (Appended it : runs.append(statements)) {
            outcomes.merge(
                    new Outcome(it.statement().run().key().source(), it.decision()),
                    1,
                    Integer::sum);
        }
        outcomes.forEach((it, times) -> count(it.source(), it.decision().name(), times));
        count("unknown", "REFUSED", refused);
    }

    private record Outcome(String source, Decision decision) {}

    private void count(String source, String outcome, int times) {
        meters.counter("rubicon.ingest.eval.runs", "source", source, "outcome", outcome)
                .increment(times);
    }
}
