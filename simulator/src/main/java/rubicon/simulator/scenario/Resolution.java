package rubicon.simulator.scenario;

import java.util.List;

/// What became of the values that a user gave for a model's parameters.
public sealed interface Resolution {

    /// They are complete and right.
    record Resolved(Assignment assignment) implements Resolution {}

    /// They are not; every wrong field is named.
    record Refused(List<Violation> violations) implements Resolution {
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
