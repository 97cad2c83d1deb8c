package rubicon.simulator.projection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import rubicon.simulator.calibration.ReadValue;
import rubicon.simulator.simulation.ScenarioVersion;

/// Names a projection by all that it is made of, so that replicas which look at the same scenario
/// at once make one.
final class ProjectionKey {
    private static final int DIGITS = 16;

    private ProjectionKey() {}

    /// A name that is another where any of these is.
    ///
    /// @param specVersion of the model's mathematics
    /// @param after what the scenario said last: numbers that come back after others are said again
    static String of(
            ScenarioVersion of,
            String specVersion,
            List<ReadValue> readings,
            Optional<UUID> after) {
        return "%s/%d/%s/%s/%s/%s"
                .formatted(
                        of.scenario(),
                        of.version(),
                        specVersion,
                        readings.stream()
                                .map(ReadValue::origin)
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(",")),
                        digest(readings),
                        after.map(UUID::toString).orElse("first"));
    }

    /// Of the numbers themselves: ingest computes trends when it is asked, so that a release of it
    /// may tell others of the same version of a state.
    private static String digest(List<ReadValue> readings) {
        String numbers =
                readings.stream()
                        .map(it ->
                                "%s=%s %s [%s, %s] %s"
                                        .formatted(
                                                it.parameter(),
                                                it.field(),
                                                it.value(),
                                                it.low(),
                                                it.high(),
                                                it.level()))
                        .sorted()
                        .collect(Collectors.joining("\n"));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(numbers.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
