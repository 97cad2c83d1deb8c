package rubicon.benchmarks;

import java.util.List;
import rubicon.benchmarks.alert.AlertBench;
import rubicon.benchmarks.compute.ForecastBench;
import rubicon.benchmarks.compute.OdeBench;
import rubicon.benchmarks.evaluate.EvaluateBench;
import rubicon.benchmarks.horizon.HorizonBench;
import rubicon.benchmarks.ingest.IngestBench;
import rubicon.benchmarks.ingest.UpsertBench;
import rubicon.benchmarks.rules.RulesBench;
import rubicon.benchmarks.states.StatesBench;

/// The program behind `./rubicon bench`.
public final class Bench {
    private static final String USAGE =
            """
            ./rubicon bench NAME [options]; there is
              alert   how long a record takes to an alert and to an open page
                      [--samples 200] [--rate 100] [--max-p50-ms 100] [--max-p99-ms 500]
              evaluate how long a scenario model takes to answer a page
                      [--samples 40] [--max-p50-ms 50]
              forecast samples a second of a simple forecast, beside squiggle and numpy
                      [--pairs 5] [--samples 1000000] [--vs PEER [--min-ratio R]]...
              horizon how much processor time METR's time horizons take, beside METR's program
                      [--draws 1000] [--rounds 5] [--min-ratio 100] [--runs FILE] [--verdicts FILE]
              ingest  observations a second, beside debezium, lean and staged-copy
                      [--pairs 5] [--records 200000] [--indicators 100] [--vs PEER [--min-ratio R]]...
              ode     steps a second of a takeoff's equation, beside numpy, c-avx2 and scalar
                      [--pairs 5] [--paths 10000] [--steps 1000] [--vs PEER [--min-ratio R]]...
              rules   threshold rules a second, beside prometheus
                      [--pairs 5] [--rules 10000] [--vs PEER [--min-ratio R]]
              states  states a second of indicators from their histories, beside sort-and-fit
                      [--pairs 5] [--indicators 1000] [--observations 100] [--max-seconds 5]
                      [--vs PEER [--min-ratio R]]
              upsert  eval runs a second, beside staged-copy
                      [--pairs 5] [--rows 100000] [--vs PEER [--min-ratio R]]\
            """;

    private Bench() {}

    /// Runs a benchmark; the exit code is 0 if it met its bars, 1 if not, 2 if it was misused.
    public static void main(String[] arguments) throws Exception {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws Exception {
        String name = arguments.isEmpty() ? "" : arguments.getFirst();
        try {
            return switch (name) {
                case "alert" -> AlertBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "evaluate" ->
                        EvaluateBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "forecast" ->
                        ForecastBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "horizon" -> HorizonBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "ingest" -> IngestBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "ode" -> OdeBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "rules" -> RulesBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "states" -> StatesBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                case "upsert" -> UpsertBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                default -> throw new IllegalArgumentException(USAGE);
            };
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }
}
