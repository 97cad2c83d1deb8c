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

    /// The consumer group that takes what others send.
    public static final String INTAKE_GROUP = "rubicon-ingest";

    /// The consumer group of those who compute parts of simulations.
    public static final String SIMULATION_GROUP = "rubicon-simulator";

    /// The consumer group of those who join them.
    public static final String SIMULATION_RESULTS_GROUP = "rubicon-simulator-results";

    /// The consumer group of those who hear of new states for scenarios.
    public static final String CALIBRATION_GROUP = "rubicon-simulator-indicators";

    /// Partitions of every topic.
    public static final int PARTITIONS = 12;

    /// Bytes of the largest message that these services send.
    public static final int LARGEST_OWN_MESSAGE = 2 << 20;

    /// Bytes of the largest result of a part of a simulation: one summary for each number that its
    /// model gives.
    public static final int LARGEST_SIMULATION_RESULT = 8 << 20;

    private static final int LARGEST_FOREIGN_MESSAGE = 1 << 20;

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

    /// Bytes of the largest message that a topic takes; one that only these services write takes
    /// more, for a refused record travels on with the reason.
    public static int largestMessage(String topic) {
        return switch (topic) {
            case OBSERVATIONS, EVAL_RUNS -> LARGEST_FOREIGN_MESSAGE;
            case SIMULATION_RESULTS -> LARGEST_SIMULATION_RESULT;
            default -> LARGEST_OWN_MESSAGE;
        };
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
