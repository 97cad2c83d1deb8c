package rubicon.benchmarks;

import java.util.List;
import rubicon.benchmarks.alert.AlertBench;
import rubicon.benchmarks.ingest.IngestBench;

/// The program behind `./rubicon bench`.
public final class Bench {
    private static final String USAGE =
            "./rubicon bench NAME [options]; there is: alert [--samples 200] [--rate 100]"
                    + " [--max-p50-ms 100] [--max-p99-ms 500], ingest [--pairs 5]"
                    + " [--records 200000] [--indicators 100] [--min-lean-ratio 0.6]";

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
                case "ingest" -> IngestBench.run(arguments.subList(1, arguments.size())) ? 0 : 1;
                default -> throw new IllegalArgumentException(USAGE);
            };
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 2;
        }
    }
}
