package rubicon.benchmarks.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
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
    private static final String EVIDENCE = "https://example.org/benchmark";

    /// An observation in all the forms that it is sent in.
    ///
    /// @param number of its record
    /// @param key of the observation
    record Event(
            String load,
            int number,
            String key,
            String indicator,
            double value,
            LocalDate day,
            String statedAt) {

        /// As the house takes it.
        Message message() {
            return new Message(
                    indicator,
                    """
                    {"specversion": "1.0", "id": "%1$s-%2$d", "source": "benchmark", "time": "%7$s",
                     "type": "rubicon.observation.reported.v1", "datacontenttype": "application/json",
                     "data": {"source": "benchmark", "externalId": "%3$s", "indicator": "%4$s",
                              "subject": {"model": "model %3$s", "developer": "Benchmark",
                                          "scaffold": "plain/react", "releasedOn": "%5$s", "actor": "AI"},
                              "value": %6$s, "low": %8$s, "unit": "points", "observedOn": "%5$s",
                              "precision": "DAY", "evaluator": "THIRD_PARTY",
                              "evidence": "%9$s", "note": "made by a benchmark",
                              "tags": {"round": "%2$d"},
                              "provenance": {"url": "%9$s.csv", "retrievedAt": "2026-01-01T00:00:00Z",
                                             "connector": "benchmark", "connectorVersion": "1",
                                             "run": "%1$s", "licence": "CC0-1.0"}}}
                    """
                            .formatted(
                                    load, number, key, indicator, day, value, statedAt, low(),
                                    EVIDENCE));
        }

        /// With its own schema, as Kafka Connect takes it: what [Load#table] has columns for.
        Message envelope() {
            return new Message(
                    indicator,
                    """
                    {"schema": {"type": "struct", "name": "observation", "optional": false, "fields": [
                      {"field": "key", "type": "string", "optional": false},
                      {"field": "indicator", "type": "string", "optional": false},
                      {"field": "model", "type": "string", "optional": false},
                      {"field": "value", "type": "double", "optional": false},
                      {"field": "low", "type": "double", "optional": false},
                      {"field": "observed_on", "type": "string", "optional": false},
                      {"field": "stated_at", "type": "string", "optional": false},
                      {"field": "evidence", "type": "string", "optional": false}]},
                     "payload": {"key": "%1$s", "indicator": "%2$s", "model": "model %1$s",
                      "value": %3$s, "low": %4$s, "observed_on": "%5$s", "stated_at": "%6$s",
                      "evidence": "%7$s"}}
                    """
                            .formatted(key, indicator, value, low(), day, statedAt, EVIDENCE));
        }

        /// As a row of [Load#table].
        StagedCopy.Row row() {
            return StagedCopy.Row.of(
                    key, key, indicator, "model " + key, value, low(), day, statedAt, EVIDENCE);
        }

        private double low() {
            return value - 0.5;
        }
    }

    /// A table for what is asked of peers: the newest values of each key, in eight narrow columns.
    static PeerTable table(String name) {
        return new PeerTable(
                name,
                List.of(
                        "key text",
                        "indicator text",
                        "model text",
                        "value double precision",
                        "low double precision",
                        "observed_on text",
                        "stated_at text",
                        "evidence text"),
                1);
    }

    Stream<Event> events() {
        return IntStream.range(0, size).mapToObj(this::event);
    }

    private Event event(int number) {
        int of = restates(number) ? number - (EVERY - 1) * indicators : number;
        return new Event(
                name,
                number,
                "%s-%07d".formatted(name, of),
                id(number % indicators),
                value(number),
                FIRST.plusDays((long) of * DAYS / size),
                "2026-01-01T00:%02d:%02d.%06dZ"
                        .formatted(number / 60_000 % 60, number / 1_000 % 60, number % 1_000));
    }

    private boolean restates(int number) {
        return number / indicators % EVERY == EVERY - 1;
    }

    private boolean isRestated(int number) {
        return number / indicators % EVERY == 0 && number < size - (EVERY - 1) * indicators;
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
        return IntStream.iterate(indicator, it -> it < size, it -> it + indicators)
                .filter(it -> !restates(it))
                .count();
    }

    /// How many observations there are, once all is in.
    long observations() {
        return size - revisions();
    }

    /// How many records restate an observation.
    long revisions() {
        return IntStream.range(0, size).filter(this::restates).count();
    }

    /// Ten times the sum of all values that stand, once all is in.
    long tenfoldSum() {
        return IntStream.range(0, size)
                .filter(it -> !isRestated(it))
                .mapToLong(it -> 10L + it)
                .sum();
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
