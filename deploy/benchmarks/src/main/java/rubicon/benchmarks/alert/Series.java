package rubicon.benchmarks.alert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rubicon.benchmarks.OwnIndicator;
import rubicon.local.driver.DrivenHouse;

/// Releases over some indicators, taking turns; every release crosses a threshold. An indicator has
/// two rules of three severities each, so it can take six releases.
///
/// @param name lower case, part of the indicators' ids
/// @param size how many releases
record Series(String name, int size) {
    private static final List<String> SEVERITIES = List.of("NOTICE", "WARNING", "CRITICAL");
    private static final int RULES = 2;
    private static final int STEPS = RULES * 3;

    List<Release> releases() {
        return IntStream.range(0, size)
                .mapToObj(i -> new Release(name, i, id(i % indicators()), 1 + i / indicators()))
                .toList();
    }

    /// How many indicators it needs.
    int indicators() {
        return (size + STEPS - 1) / STEPS;
    }

    /// Writes the indicators as catalogue files.
    void writeCatalogue(Path folder) throws IOException {
        for (int i = 0; i < indicators(); i++) {
            new OwnIndicator(id(i), "Benchmark series %s, number %d".formatted(name, i))
                    .write(folder);
        }
    }

    /// Makes the rules in a house.
    void makeRules(DrivenHouse house) throws IOException, InterruptedException {
        for (int i = 0; i < indicators(); i++) {
            for (int rule = 0; rule < RULES; rule++) {
                house.post("/rules", rule(id(i), rule));
            }
        }
    }

    private static String rule(String indicator, int rule) {
        List<String> severities = new ArrayList<>();
        for (int s = 0; s < SEVERITIES.size(); s++) {
            int fire = 10 * (rule * SEVERITIES.size() + s + 1);
            severities.add(
                    "{\"name\": \"%s\", \"fire\": %d, \"recover\": %d}"
                            .formatted(SEVERITIES.get(s), fire, fire - 5));
        }
        return """
        {"id": "%1$s-%2$d", "title": "%1$s, rule %2$d", "indicator": "%1$s",
         "condition": {"kind": "FRONTIER", "op": "GE"}, "severities": [%3$s]}
        """
                .formatted(indicator, rule, String.join(", ", severities));
    }

    private String id(int indicator) {
        return "%s-%03d".formatted(name, indicator);
    }
}
