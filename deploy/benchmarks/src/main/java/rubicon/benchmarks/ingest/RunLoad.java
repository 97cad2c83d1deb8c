package rubicon.benchmarks.ingest;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Eval runs that are stated, and stated again with another score.
///
/// @param name their source
/// @param size how many runs
record RunLoad(String name, int size) {
    private static final int AGENTS = 20;
    private static final int TASKS = 500;
    private static final int FAMILIES = 40;

    /// A statement about a run in all the forms that it is sent in.
    ///
    /// @param round counted from 1; a later one revises an earlier
    record Statement(String source, int number, int round) {

        /// As the house takes it.
        Message message() {
            return new Message(
                    runId(),
                    """
                    {"specversion": "1.0", "id": "%2$s-%8$d", "source": "benchmark", "time": "%7$s",
                     "type": "rubicon.eval-run.completed.v1", "datacontenttype": "application/json",
                     "data": {"source": "%1$s", "runId": "%2$s", "suite": "benchmark", "agent": "%3$s",
                              "taskId": "%4$s", "taskFamily": "%5$s", "humanMinutes": %9$s, "score": %6$s,
                              "startedAt": "2026-01-01T00:00:00Z", "completedAt": "2026-01-01T01:00:00Z",
                              "provenance": {"url": "https://example.org/runs.jsonl",
                                             "retrievedAt": "2026-01-02T00:00:00Z",
                                             "connector": "benchmark", "connectorVersion": "1",
                                             "run": "%1$s", "licence": "CC0-1.0"}}}
                    """
                            .formatted(
                                    source,
                                    runId(),
                                    agent(),
                                    task(),
                                    family(),
                                    score(),
                                    statedAt(),
                                    round,
                                    minutes()));
        }

        /// As a row of [RunLoad#table].
        StagedCopy.Row row() {
            return StagedCopy.Row.of(
                    runId(),
                    source,
                    runId(),
                    "benchmark",
                    agent(),
                    task(),
                    family(),
                    minutes(),
                    score(),
                    "2026-01-01T00:00:00Z",
                    "2026-01-01T01:00:00Z",
                    statedAt());
        }

        private String runId() {
            return "%s-%07d".formatted(source, number);
        }

        private String agent() {
            return "agent " + number % AGENTS;
        }

        private String task() {
            return "task " + number / AGENTS % TASKS;
        }

        private String family() {
            return "family " + number / AGENTS % TASKS % FAMILIES;
        }

        private double minutes() {
            return 1 + number / AGENTS % TASKS;
        }

        private double score() {
            return (number + round) % 4 / 4.0;
        }

        private String statedAt() {
            return "2026-01-02T00:00:%02dZ".formatted(round);
        }
    }

    /// A table for what is asked of peers: what stands of each run, without its provenance.
    static PeerTable table(String name) {
        return new PeerTable(
                name,
                List.of(
                        "source text",
                        "run_id text",
                        "suite text",
                        "agent text",
                        "task_id text",
                        "task_family text",
                        "human_minutes double precision",
                        "score double precision",
                        "started_at timestamptz",
                        "completed_at timestamptz",
                        "stated_at timestamptz"),
                2);
    }

    /// One statement about each run.
    Stream<Statement> statements(int round) {
        return IntStream.range(0, size).mapToObj(it -> new Statement(name, it, round));
    }

    /// Four times the sum of all scores of a round.
    long fourfoldSum(int round) {
        return IntStream.range(0, size).mapToLong(it -> (it + round) % 4).sum();
    }
}
