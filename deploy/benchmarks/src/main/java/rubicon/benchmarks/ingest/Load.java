package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rubicon.benchmarks.OwnIndicator;
import rubicon.local.driver.DrivenHouse;

/// Observations over some indicators, taking turns; every tenth restates the one nine rounds before
/// it. Values rise, so that the last observation of an indicator is its best.
///
/// @param name lower case, part of all ids
/// @param indicators how many
/// @param size how many observations
record Load(String name, int indicators, int size) {
    private static final LocalDate FIRST = LocalDate.parse("2020-01-01");
    private static final int DAYS = 2_000;
    private static final int EVERY = 10;

    /// A record of the topic.
    ///
    /// @param key of its observation
    record Event(String indicator, String key, String json) {}

    Stream<Event> events() {
        return IntStream.range(0, size).mapToObj(this::event);
    }

    private Event event(int number) {
        int round = number / indicators;
        boolean restates = round % EVERY == EVERY - 1;
        int of = restates ? number - (EVERY - 1) * indicators : number;
        String indicator = id(number % indicators);
        String key = "%s-%07d".formatted(name, of);
        LocalDate day = FIRST.plusDays((long) of * DAYS / size);
        String json =
                """
                {"specversion": "1.0", "id": "%1$s-%2$d", "source": "benchmark",
                 "time": "2026-01-01T00:%8$02d:%9$02d.%10$06dZ",
                 "type": "rubicon.observation.reported.v1", "datacontenttype": "application/json",
                 "data": {"source": "benchmark", "externalId": "%3$s", "indicator": "%4$s",
                          "subject": {"model": "model %3$s", "developer": "Benchmark",
                                      "scaffold": "plain/react", "releasedOn": "%5$s", "actor": "AI"},
                          "value": %6$s, "low": %7$s, "unit": "points", "observedOn": "%5$s",
                          "precision": "DAY", "evaluator": "THIRD_PARTY",
                          "evidence": "https://example.org/benchmark", "note": "made by a benchmark",
                          "tags": {"round": "%2$d"},
                          "provenance": {"url": "https://example.org/benchmark.csv",
                                         "retrievedAt": "2026-01-01T00:00:00Z",
                                         "connector": "benchmark", "connectorVersion": "1",
                                         "run": "%1$s", "licence": "CC0-1.0"}}}
                """
                        .formatted(
                                name,
                                number,
                                key,
                                indicator,
                                day,
                                value(number),
                                value(number) - 0.5,
                                number / 60_000 % 60,
                                number / 1_000 % 60,
                                number % 1_000);
        return new Event(indicator, key, json);
    }

    private static double value(int number) {
        return 1 + number / 10.0;
    }

    String id(int indicator) {
        return "%s-%03d".formatted(name, indicator);
    }

    /// The best value of an indicator, once all is in.
    double best(int indicator) {
        int last = size - 1;
        return value(last - Math.floorMod(last - indicator, indicators));
    }

    /// How many observations of an indicator there are, once all is in.
    long observations(int indicator) {
        return IntStream.range(0, size)
                .filter(it -> it % indicators == indicator)
                .filter(it -> it / indicators % EVERY != EVERY - 1)
                .count();
    }

    /// Writes the indicators as catalogue files.
    void writeCatalogue(Path folder) throws IOException {
        for (int i = 0; i < indicators; i++) {
            new OwnIndicator(id(i), "Benchmark load %s, number %d".formatted(name, i))
                    .write(folder);
        }
    }

    /// Gives each indicator a rule.
    void makeRules(DrivenHouse house) throws IOException, InterruptedException {
        for (int i = 0; i < indicators; i++) {
            house.post(
                    "/rules",
                    """
                    {"id": "%1$s", "title": "%1$s", "indicator": "%1$s",
                     "condition": {"kind": "FRONTIER", "op": "GE"},
                     "severities": [{"name": "NOTICE", "fire": %2$s}]}
                    """
                            .formatted(id(i), best(i)));
        }
    }
}
