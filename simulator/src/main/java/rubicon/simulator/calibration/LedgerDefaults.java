package rubicon.simulator.calibration;

import java.util.Map;
import java.util.Optional;

/// What of the ledger stands for a parameter of a model, where something does.
public final class LedgerDefaults {
    private static final Map<String, Map<String, Reference>> BY_MODEL =
            Map.of(
                    "research-loop",
                    Map.of("horizonNow", new Reference("metr-horizon-p50", Field.FRONTIER, false)),
                    "takeoff",
                    Map.of(
                            "presentHorizon",
                            new Reference("metr-horizon-p80", Field.FRONTIER, false),
                            "presentDay",
                            new Reference("metr-horizon-p80", Field.FRONTIER_YEAR, false),
                            "presentDoubling",
                            new Reference("metr-horizon-p80", Field.DOUBLING_YEARS, false)),
                    "time-horizon",
                    Map.of(
                            "horizonNow",
                            new Reference("metr-horizon-p50", Field.FRONTIER, false),
                            "horizonDay",
                            new Reference("metr-horizon-p50", Field.FRONTIER_DAY, false),
                            "doublingDays",
                            new Reference("metr-horizon-p50", Field.DOUBLING_DAYS, false)),
                    "arrival-hazard",
                    Map.of("survivedTo", new Reference(null, Field.AS_OF, false)));

    private LedgerDefaults() {}

    /// What stands for a parameter.
    public static Optional<Reference> of(String model, String parameter) {
        return Optional.ofNullable(BY_MODEL.getOrDefault(model, Map.of()).get(parameter));
    }

    /// All of them, by model and parameter.
    static Map<String, Map<String, Reference>> all() {
        return BY_MODEL;
    }
}
