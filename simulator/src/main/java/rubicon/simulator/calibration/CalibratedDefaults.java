package rubicon.simulator.calibration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What the ledger says now for parameters of the models, read again when it is no longer fresh.
@ApplicationScoped
public class CalibratedDefaults {
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Calibration calibration;
    private final CalibrationConfig config;
    private final InstantSource time;
    private final Map<Reference, Known> known = new ConcurrentHashMap<>();
    private volatile Instant quietUntil = Instant.MIN;

    CalibratedDefaults(Calibration calibration, CalibrationConfig config, InstantSource time) {
        this.calibration = calibration;
        this.config = config;
        this.time = time;
    }

    private record Known(Instant at, Optional<ReadValue> value) {}

    /// What stands in the ledger for a parameter.
    ///
    /// @return empty if nothing is declared or held, or the ledger is away
    public Optional<ReadValue> of(String model, String parameter) {
        return LedgerDefaults.of(model, parameter).flatMap(it -> value(parameter, it));
    }

    private Optional<ReadValue> value(String parameter, Reference reference) {
        Instant now = time.instant();
        Known mine = known.get(reference);
        if (mine != null && !mine.at().plus(config.fresh()).isBefore(now)) {
            return mine.value();
        }
        if (now.isBefore(quietUntil)) {
            return Optional.empty();
        }
        Known fresh = new Known(now, calibration.now(parameter, reference));
        Instant after = time.instant();
        if (fresh.value().isEmpty() && after.isAfter(now.plus(SLOW))) {
            // Whoever asks for the list shall not wait for each parameter.
            quietUntil = after.plus(config.fresh());
        }
        known.put(reference, fresh);
        return fresh.value();
    }
}
