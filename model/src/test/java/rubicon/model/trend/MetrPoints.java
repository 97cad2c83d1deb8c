package rubicon.model.trend;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// METR's 50 % time horizons in minutes of the models that were best when they came out, from 2023
/// on and below 16 hours: `benchmark_results_1_1.yaml` as of May 2026, `p50_horizon_length` and
/// `release_date`.
final class MetrPoints {
    static final List<DatedValue> FROM_2023 =
            Stream.of(
                            "2023-03-14 3.987428",
                            "2023-11-06 4.044959",
                            "2024-05-13 6.991195",
                            "2024-06-20 11.395377",
                            "2024-09-12 20.326586",
                            "2024-10-22 20.522872",
                            "2024-12-05 38.831588",
                            "2025-02-24 60.388937",
                            "2025-04-16 119.732634",
                            "2025-08-07 203.012577",
                            "2025-11-18 224.325884",
                            "2025-11-24 292.994594",
                            "2025-12-11 352.249302",
                            "2026-02-05 718.80683")
                    .map(line -> line.split(" ", -1))
                    .map(part ->
                            new DatedValue(
                                    "", LocalDate.parse(part[0]), Double.parseDouble(part[1])))
                    .toList();

    private MetrPoints() {}
}
