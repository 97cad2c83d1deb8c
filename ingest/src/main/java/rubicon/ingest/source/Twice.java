package rubicon.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

/// Rows of one reading that have one key and say different things. Stated at the same moment, none
/// of them would be the later one.
final class Twice {
    static final Violation REASON =
            new Violation("externalId", "is there twice, and says different things");

    private Twice() {}

    /// @param key null where the row has none of its own
    private record Row(@Nullable Object key, Object says) {}

    private record ResultKey(
            @Nullable String source,
            @Nullable String indicator,
            String externalId,
            @Nullable Instant statedAt,
            boolean disputed,
            boolean confirmed) {}

    private record Result(
            @Nullable SubjectPayload subject,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double level,
            @Nullable String method,
            @Nullable Long n,
            @Nullable String unit,
            @Nullable String qualifier,
            @Nullable LocalDate observedOn,
            @Nullable String precision,
            @Nullable String startingPoint,
            @Nullable String evaluator,
            Map<String, String> tags) {}

    private record RunKey(@Nullable String source, String runId, @Nullable Instant statedAt) {}

    private record Run(
            @Nullable String suite,
            @Nullable String agent,
            @Nullable String taskId,
            @Nullable String taskFamily,
            @Nullable Double humanMinutes,
            @Nullable Double score,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt) {}

    /// Results, of those with one key the first and whatever says the same. One that is disputed
    /// stands beside one that is not: which of them counts is settled.
    static List<ObservationPayload> results(
            List<ObservationPayload> all, Consumer<String> refused) {
        return without(all, Twice::row, it -> refused.accept(String.valueOf(it.externalId())));
    }

    /// Runs, of those with one key the first and whatever says the same.
    static List<EvalRunPayload> runs(List<EvalRunPayload> all, Consumer<String> refused) {
        return without(all, Twice::row, it -> refused.accept(String.valueOf(it.runId())));
    }

    private static <T> List<T> without(List<T> all, Function<T, Row> rows, Consumer<T> refused) {
        Map<Object, Object> said = new HashMap<>();
        List<T> kept = new ArrayList<>();
        for (T it : all) {
            Row row = rows.apply(it);
            Object before = row.key() == null ? null : said.putIfAbsent(row.key(), row.says());
            if (before == null || before.equals(row.says())) {
                kept.add(it);
            } else {
                refused.accept(it);
            }
        }
        return kept;
    }

    private static Row row(ObservationPayload it) {
        return new Row(
                it.externalId() == null
                        ? null
                        : new ResultKey(
                                it.source(),
                                it.indicator(),
                                it.externalId(),
                                it.statedAt(),
                                it.disputed() != null,
                                it.confirmed() != null),
                new Result(
                        it.subject(),
                        it.value(),
                        it.low(),
                        it.high(),
                        it.level(),
                        it.method(),
                        it.n(),
                        it.unit(),
                        it.qualifier(),
                        it.observedOn(),
                        it.precision(),
                        it.startingPoint(),
                        it.evaluator(),
                        Objects.requireNonNullElse(it.tags(), Map.of())));
    }

    private static Row row(EvalRunPayload it) {
        return new Row(
                it.runId() == null ? null : new RunKey(it.source(), it.runId(), it.statedAt()),
                new Run(
                        it.suite(),
                        it.agent(),
                        it.taskId(),
                        it.taskFamily(),
                        it.humanMinutes(),
                        it.score(),
                        it.startedAt(),
                        it.completedAt()));
    }
}
