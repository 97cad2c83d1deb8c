package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;

/// Files in METR's layout, for tests: models `m-01`, `m-02` … with a horizon of 10 minutes each,
/// unless told otherwise. Each model is two rows.
final class Results {
    private final Map<String, String> rows = new TreeMap<>();

    static Results of(int models) {
        Results results = new Results();
        for (int i = 1; i <= models; i++) {
            results.with("m-%02d".formatted(i), 10.0);
        }
        return results;
    }

    Results with(String key, double minutes) {
        return withRow(
                key,
                "{estimate: %s, ci_low: 0.5, ci_high: 9000}".formatted(minutes),
                "{estimate: 1.0, ci_low: 0.5, ci_high: 9000}");
    }

    Results withRow(String key, String p50, String p80) {
        rows.put(
                key,
                """
                  %s:
                    metrics:
                      p50_horizon_length: %s
                      p80_horizon_length: %s
                    release_date: 2025-01-01
                """
                        .formatted(key, p50, p80)
                        .indent(2));
        return this;
    }

    Results without(String key) {
        rows.remove(key);
        return this;
    }

    byte[] bytes() {
        return ("benchmark_name: METR-Horizon-v1.1\nresults:\n" + String.join("", rows.values()))
                .getBytes(UTF_8);
    }
}
