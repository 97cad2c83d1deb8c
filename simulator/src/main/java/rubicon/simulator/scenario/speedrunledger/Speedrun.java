package rubicon.simulator.scenario.speedrunledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import rubicon.simulator.scenario.Parameters;
import rubicon.simulator.scenario.Value;

/// The NanoGPT speedrun: minutes to train a small language model on eight GPUs to a fixed loss.
///
/// @see <a href="https://github.com/KellerJordan/modded-nanogpt">Keller Jordan and contributors,
///   modded-nanogpt (MIT)</a>; who is credited as in Tom Cunningham's ai-discovery-data
final class Speedrun {
    private static final String RECORDS =
            """
            2024-05-28 1 45 HUMAN
            2024-06-06 2 31.4 HUMAN
            2024-10-04 3 24.9 HUMAN
            2024-10-11 4 22.3 HUMAN
            2024-10-14 5 15.2 HUMAN
            2024-10-18 6 13.1 HUMAN
            2024-10-18 7 12 HUMAN
            2024-11-03 8 10.8 HUMAN
            2024-11-06 9 8.2 HUMAN
            2024-11-08 10 7.8 HUMAN
            2024-11-10 11 7.2 HUMAN
            2024-11-19 12 5.03 HUMAN
            2024-11-24 13 4.66 HUMAN
            2024-12-04 14 4.41 HUMAN
            2024-12-08 15 3.95 HUMAN
            2024-12-10 16 3.8 HUMAN
            2024-12-17 17 3.57 HUMAN
            2025-01-04 18 3.4 HUMAN
            2025-01-13 19 3.142 HUMAN
            2025-01-16 20 2.992 HUMAN
            2025-01-26 21 2.933 HUMAN
            2025-05-24 21_re-timed 3.014 HUMAN RETIMING
            2025-05-24 22 2.99 HUMAN
            2025-05-25 23 2.979 HUMAN
            2025-05-30 24 2.966 HUMAN
            2025-07-13 25 2.896 HUMAN
            2025-07-13 26 2.863 HUMAN
            2025-07-18 27 2.817 HUMAN
            2025-08-23 28 2.812 HUMAN
            2025-09-03 29 2.731 HUMAN
            2025-09-05 30 2.717 HUMAN
            2025-09-10 31 2.656 HUMAN
            2025-09-11 32 2.625 AI
            2025-09-15 33 2.565 HUMAN
            2025-09-18 34 2.547 HUMAN
            2025-09-21 35 2.527 HUMAN
            2025-09-23 36 2.495 HUMAN
            2025-09-27 37 2.483 HUMAN
            2025-09-29 38 2.476 HUMAN
            2025-09-30 39 2.447 HUMAN
            2025-10-04 40 2.358 HUMAN
            2025-10-24 41 2.345 HUMAN
            2025-10-27 42 2.313 HUMAN
            2025-11-10 43 2.284 HUMAN
            2025-11-16 44 2.269 HUMAN
            2025-11-18 45 2.248 HUMAN
            2025-11-29 46 2.203 HUMAN
            2025-12-10 47 2.193 HUMAN
            2025-12-11 48 2.17 HUMAN
            2025-12-14 49 2.146 HUMAN
            2025-12-18 50 2.128 HUMAN
            2025-12-19 51 2.075 HUMAN
            2025-12-21 52 2.037 HUMAN
            2025-12-22 53 1.988 HUMAN
            2025-12-26 54 1.94 HUMAN
            2025-12-29 55 1.918 HUMAN
            2025-12-31 56 1.894 HUMAN
            2026-01-04 57 1.878 HUMAN
            2026-01-07 58 1.82 HUMAN
            2026-01-10 59 1.781 HUMAN
            2026-01-16 60 1.765 AI
            2026-01-18 61 1.748 HUMAN
            2026-01-19 62 1.655 HUMAN
            2026-01-26 63 1.65 HUMAN
            2026-01-30 64 1.63 HUMAN
            2026-01-30 65 1.613 HUMAN
            2026-01-31 66 1.595 HUMAN
            2026-01-31 67 1.54 HUMAN
            2026-01-31 68 1.535 HUMAN
            2026-02-02 69 1.528 AI
            2026-02-03 70 1.521 HUMAN
            2026-02-06 71 1.516 HUMAN
            2026-02-10 72 1.496 AI
            2026-02-12 73 1.485 HUMAN
            2026-02-16 74 1.468 HUMAN
            2026-02-23 75 1.453 HUMAN
            2026-02-28 76 1.446 HUMAN
            2026-03-06 77 1.435 HUMAN
            2026-03-22 78 1.426 HUMAN
            2026-04-04 79 1.411 HUMAN
            2026-04-08 80 1.406 HUMAN
            2026-04-22 81 1.363 HUMAN
            2026-04-29 82 1.353 HUMAN
            2026-05-20 83 1.328 HUMAN
            2026-05-21 84 1.32 HUMAN
            2026-05-27 85 1.271 HUMAN
            2026-05-27 86 1.266 HUMAN
            2026-06-11 87 1.256 AI
            2026-07-13 88 1.243 HUMAN
            2026-07-17 89 1.23 HUMAN
            """;

    private Speedrun() {}

    /// The ledger to 2026-07-17 with the re-timing of 2025-05-24, in its order.
    static List<Map<String, Value>> records() {
        return RECORDS.lines().map(Speedrun::record).toList();
    }

    private static Map<String, Value> record(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return Parameters.row(
                LedgerTable.COLUMNS,
                words.get(1).replace('_', ' '),
                LocalDate.parse(words.get(0)),
                Double.parseDouble(words.get(2)),
                words.get(3),
                words.size() > 4 ? words.get(4) : "RECORD",
                "ONE_IDEA");
    }
}
