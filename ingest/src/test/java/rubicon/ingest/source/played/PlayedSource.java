package rubicon.ingest.source.played;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A real source to play: its folder, the connector that reads it, and what it must give.
///
/// @param id of the source, as the catalogue ranks it
/// @param folder of the upstream files
/// @param file the name that the address ends with; empty for a connector of several files
/// @param servedAt see [Revisions#of]
/// @param options of the connector, by names as in [rubicon.ingest.source.Delivery], where those
///   that it ships with are an example
/// @param expectations counted or read off the files by other means
record PlayedSource(
        String id,
        String folder,
        String connector,
        String file,
        Function<String, Optional<String>> servedAt,
        Map<String, String> options,
        List<Expectation> expectations) {
    PlayedSource {
        options = Map.copyOf(options);
        expectations = List.copyOf(expectations);
    }

    /// A source without options.
    PlayedSource(
            String id,
            String folder,
            String connector,
            String file,
            Function<String, Optional<String>> servedAt,
            List<Expectation> expectations) {
        this(id, folder, connector, file, servedAt, Map.of(), expectations);
    }

    /// Whether so many rows vanish in the step that none is withdrawn.
    boolean drifts(String commit) {
        return expectations.stream()
                .anyMatch(it -> it instanceof Drifted && commit.startsWith(it.commit()));
    }

    /// What somebody says of what vanished in the step.
    Optional<Accepted> accepted(String commit) {
        return expectations.stream()
                .filter(Accepted.class::isInstance)
                .map(Accepted.class::cast)
                .filter(it -> commit.startsWith(it.commit()))
                .findFirst();
    }

    /// What must hold after a step.
    sealed interface Expectation {
        /// Beginning of the commit after which it must hold.
        String commit();
    }

    /// A row's value, in the indicator's unit.
    record Value(String commit, String indicator, String externalId, double value)
            implements Expectation {}

    /// A row's value with its interval, to the digits of the file.
    record Estimate(
            String commit,
            String indicator,
            String externalId,
            double value,
            double low,
            double high)
            implements Expectation {}

    /// Whose a row's value is.
    record Model(String commit, String indicator, String externalId, String model)
            implements Expectation {}

    /// A row that has no value any more, or has none yet.
    record NoValue(String commit, String indicator, String externalId) implements Expectation {}

    /// How many rows of the source an indicator holds.
    record Rows(String commit, String indicator, int count) implements Expectation {}

    /// What the run of the step answers of the rows that it read.
    record Counted(String commit, int fresh, int revised, int unchanged) implements Expectation {}

    /// How many eval runs of an agent stand in the end; the commit is the last.
    record EvalRuns(String commit, String agent, int count) implements Expectation {}

    /// Over a tenth of the rows vanished in the step, and none was withdrawn.
    record Drifted(String commit) implements Expectation {}

    /// So many rows were withdrawn in the step.
    record Withdrawn(String commit, int count) implements Expectation {}

    /// Somebody looked at what had vanished in the step and says that so many rows are gone.
    record Accepted(String commit, int count) implements Expectation {}

    /// Rows that were refused in the step.
    record Refused(String commit, int count) implements Expectation {}
}
