package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.format.JsonTree;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ProvenancePayload;

/// Samples of a log as eval runs. One without a score that says how far it succeeded is none; how
/// many those are is told.
///
/// @param suite null for the task's name
record InspectRuns(
        JsonNode eval, @Nullable String suite, Fetched file, ProvenancePayload provenance) {

    /// Reads the samples.
    ///
    /// @param name of the log, for messages
    /// @return how many are runs
    int read(String name, InspectSamples samples, String scorer, Wanted wanted, Mapping mapping) {
        Optional<String> task = JsonTree.text(eval, "task");
        Optional<String> agent = agent();
        String id = id();
        if (id.isEmpty() || agent.isEmpty() || task.isEmpty()) {
            int count = samples.all().size();
            tell(mapping, name, count, "are no runs: the log does not say of what");
            return 0;
        }
        int runs = 0;
        int unscored = 0;
        int withdrawn = 0;
        int unusable = 0;
        for (InspectSamples.Sample sample : samples.all()) {
            Double score =
                    sample.scores()
                            .getOrDefault(scorer, sample.scores().get(InspectSamples.UNNAMED));
            if (sample.isVoid()) {
                withdrawn++;
            } else if (score == null) {
                unscored++;
            } else {
                unusable += sample.unusableMinutes() ? 1 : 0;
                runs++;
                wanted.claimed();
                mapping.add(
                        new EvalRunPayload(
                                file.source(),
                                id + "|" + sample.key(),
                                Objects.requireNonNullElse(suite, task.get()),
                                agent.get(),
                                sample.id(),
                                sample.family(),
                                sample.minutes(),
                                score,
                                sample.startedAt(),
                                sample.completedAt(),
                                file.statedAt(),
                                provenance));
            }
        }
        String none = "are no runs: '%s' gave them no score from 0 to 1".formatted(scorer);
        tell(mapping, name, unscored, none);
        tell(mapping, name, withdrawn, "are no runs: they were taken back");
        tell(mapping, name, samples.broken(), "are no runs: they cannot be read");
        tell(mapping, name, unusable, "have human minutes that are no number above 0");
        return runs;
    }

    private static void tell(Mapping mapping, String name, int count, String what) {
        if (count > 0) {
            mapping.passOver("%s: %d samples %s".formatted(name, count, what));
        }
    }

    /// The log's own name, and that of the run and the task where it has none, as at first.
    private String id() {
        return JsonTree.text(eval, "eval_id")
                .or(() ->
                        JsonTree.text(eval, "run_id")
                                .flatMap(run ->
                                        JsonTree.text(eval, "task_id").map(it -> run + "|" + it)))
                .orElse("");
    }

    /// What was run: another way of solving makes another agent.
    private Optional<String> agent() {
        return JsonTree.text(eval, "model")
                .map(model ->
                        JsonTree.text(eval, "solver")
                                .map(it -> "%s (%s)".formatted(model, it))
                                .orElse(model));
    }
}
