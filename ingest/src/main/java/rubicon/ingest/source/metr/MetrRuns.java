package rubicon.ingest.source.metr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.format.JsonLines;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;
import rubicon.model.wire.EvalRunPayload;

/// METR's runs, `all_runs.jsonl`: one attempt of an agent or a person at a task a line. The agent
/// is the public name, `alias`, as METR writes it; a relabelled run is a revision.
///
/// The score is METR's own verdict, `score_binarized`: by it the published horizons are fitted. The
/// option `score` names another column, such as the raw `score`, which had no upper bound at first.
/// The file does not say which suite it belongs to; the option `suite` does.
public final class MetrRuns implements Connector {
    private static final String LICENCE = "MIT";

    @Override
    public String id() {
        return "metr-runs";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layout layout() {
        return new Layout.Single(Format.JSONL);
    }

    @Override
    public Set<String> options() {
        return Set.of("suite", "score");
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Fetched file = delivery.only();
        String suite = delivery.options().getOrDefault("suite", "metr-horizon");
        String score = delivery.options().getOrDefault("score", "score_binarized");
        Mapping mapping = new Mapping();
        JsonLines.read(file, "run_id", mapping, line -> mapping.add(run(file, suite, score, line)));
        return mapping.mapped();
    }

    private EvalRunPayload run(Fetched file, String suite, String score, JsonNode line)
            throws RowFault {
        Instant startedAt = time(line, "started_at");
        OptionalDouble minutes = JsonTree.number(line, "human_minutes");
        if (minutes.isEmpty() && line.path("human_minutes").isMissingNode()) {
            throw new RowFault("human_minutes", "is missing");
        }
        return new EvalRunPayload(
                file.source(),
                JsonTree.neededText(line, "run_id"),
                suite,
                JsonTree.neededText(line, "alias"),
                JsonTree.neededText(line, "task_id"),
                JsonTree.text(line, "task_family").orElse(null),
                minutes.isPresent() ? minutes.getAsDouble() : null,
                JsonTree.neededNumber(line, score),
                startedAt,
                startedAt == null ? null : time(line, "completed_at"),
                file.statedAt(),
                file.provenance(this, LICENCE));
    }

    /// A moment in milliseconds since 1970. Of people's runs METR knows only how long they took and
    /// writes them from 0 on: that is no moment.
    private static @Nullable Instant time(JsonNode line, String field) throws RowFault {
        OptionalDouble millis = JsonTree.number(line, field);
        return millis.isEmpty() || millis.getAsDouble() <= 0
                ? null
                : Instant.ofEpochMilli((long) millis.getAsDouble());
    }
}
