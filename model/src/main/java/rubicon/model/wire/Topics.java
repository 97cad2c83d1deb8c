package rubicon.model.wire;

import java.util.List;

/// Names of the Kafka topics between the services, as the contract fixes them.
public final class Topics {
    public static final String OBSERVATIONS = "rubicon.observations";
    public static final String EVAL_RUNS = "rubicon.eval-runs";
    public static final String OBSERVATIONS_DEAD_LETTER = "rubicon.observations.dead-letter";
    public static final String INDICATORS = "rubicon.indicators";
    public static final String ALERTS = "rubicon.alerts";
    public static final String SIMULATION_CHUNKS = "rubicon.simulation-chunks";
    public static final String SIMULATION_RESULTS = "rubicon.simulation-results";

    /// Partitions of every topic.
    public static final int PARTITIONS = 12;

    private Topics() {}

    /// Every topic of the house.
    public static List<String> all() {
        return List.of(
                OBSERVATIONS,
                EVAL_RUNS,
                OBSERVATIONS_DEAD_LETTER,
                INDICATORS,
                ALERTS,
                SIMULATION_CHUNKS,
                SIMULATION_RESULTS);
    }

    /// Topics that keep only the last value of each key.
    public static boolean isCompacted(String topic) {
        return topic.equals(INDICATORS) || topic.equals(ALERTS);
    }

    /// Days that a topic's records are kept; compacted topics keep theirs for ever.
    public static int retentionDays(String topic) {
        return switch (topic) {
            case OBSERVATIONS, EVAL_RUNS -> 30;
            case OBSERVATIONS_DEAD_LETTER -> 90;
            default -> 1;
        };
    }
}
