package rubicon.benchmarks.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// One of the releases that are sent. Each is a new best of its indicator and crosses one threshold
/// that none before it has crossed.
///
/// @param number from 0
/// @param step from 1; how many of its indicator it is
record Release(String series, int number, String indicator, int step) {

    /// The value, in the indicator's unit.
    int value() {
        return 10 * step;
    }

    /// As a record of `rubicon.observations`.
    String event(Instant now) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return """
        {"specversion": "1.0", "id": "%1$s-%2$d", "source": "benchmark", "time": "%5$s",
         "type": "rubicon.observation.reported.v1",
         "data": {"source": "benchmark", "externalId": "%1$s-%2$d", "indicator": "%3$s",
                  "subject": {"model": "%1$s model %2$d", "developer": "Benchmark"},
                  "value": %4$d, "observedOn": "%6$s", "evaluator": "THIRD_PARTY",
                  "evidence": "https://example.org/benchmark", "note": "made by a benchmark"}}
        """
                .formatted(series, number, indicator, value(), now, day);
    }
}
