package rubicon.simulator.testing;

/// States of indicators as ingest tells them.
public final class States {
    private States() {}

    /// A state with one value, which is the newest and the best.
    public static String of(String indicator, long version, double value, String day) {
        String point =
                """
                {"subject": {"model": "Model"}, "value": %s, "low": %s, "high": %s, "level": 0.95,
                 "method": "BOOTSTRAP", "qualifier": null, "observedOn": "%s", "precision": "DAY",
                 "source": "tests", "observation": "1"}
                """
                        .formatted(value, value / 2, value * 2, day);
        return """
        {"indicator": "%s", "version": %d, "asOf": "2026-11-20T00:00:00Z", "unit": "min",
         "latest": %s, "frontier": [%s], "truncated": false,
         "trend": {"shape": "EXPONENTIAL", "from": "2023-01-01", "maxValue": 960,
                   "doublingDays": {"estimate": 146.1, "low": 110, "high": 180, "level": 0.95,
                                    "method": "OLS_T"},
                   "points": 14, "origin": "2023-01-01", "intercept": 1, "r2": 0.9},
         "saturation": null, "verdict": null, "forecasts": [], "lastReleaseAt": null,
         "counts": {"standing": 1, "disputed": 0, "retracted": 0}, "reasons": {}}
        """
                .formatted(indicator, version, point, point);
    }

    /// A state without any value.
    public static String empty(String indicator) {
        return """
        {"indicator": "%s", "version": 1, "asOf": "2026-11-20T00:00:00Z", "unit": "min",
         "latest": null, "frontier": [], "truncated": false, "trend": null, "forecasts": [],
         "counts": {"standing": 0, "disputed": 0, "retracted": 0},
         "reasons": {"latest": "nothing stands", "trend": "needs three values"}}
        """
                .formatted(indicator);
    }
}
