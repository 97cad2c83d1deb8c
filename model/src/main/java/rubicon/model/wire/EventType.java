package rubicon.model.wire;

import java.util.Optional;

/// CloudEvents types that travel on the topics of observations and eval runs.
public enum EventType {
    OBSERVATION_REPORTED("rubicon.observation.reported.v1"),
    OBSERVATION_RETRACTED("rubicon.observation.retracted.v1"),
    MILESTONE_REPORTED("rubicon.milestone.reported.v1"),
    FORECAST_REPORTED("rubicon.forecast.reported.v1"),
    POLICY_THRESHOLD_REPORTED("rubicon.policy-threshold.reported.v1"),
    EVAL_RUN_COMPLETED("rubicon.eval-run.completed.v1");

    private final String type;

    EventType(String type) {
        this.type = type;
    }

    /// The value of the CloudEvents attribute `type`.
    public String type() {
        return type;
    }

    /// The topic that it travels on.
    public String topic() {
        return this == EVAL_RUN_COMPLETED ? Topics.EVAL_RUNS : Topics.OBSERVATIONS;
    }

    /// The constant whose [#type()] is given; empty for a type that Rubicon does not know.
    public static Optional<EventType> of(String type) {
        for (EventType candidate : values()) {
            if (candidate.type.equals(type)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
