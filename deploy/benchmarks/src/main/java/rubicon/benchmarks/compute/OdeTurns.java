package rubicon.benchmarks.compute;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import rubicon.simulator.ensemble.ScalarStepper;
import rubicon.simulator.ensemble.Stepper;
import rubicon.simulator.ensemble.Trajectories;

/// The house's turns in [OdeBench].
final class OdeTurns {
    private OdeTurns() {}

    /// Takes turns until no line comes in.
    ///
    /// @param arguments the file of parameters, the number of paths and of steps, and `scalar` for
    ///   the oracle
    public static void main(String[] arguments) throws IOException {
        int paths = Integer.parseInt(arguments[1]);
        int steps = Integer.parseInt(arguments[2]);
        ByteBuffer file =
                ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0])))
                        .order(ByteOrder.LITTLE_ENDIAN);
        var all =
                new Trajectories(
                        column(file, paths),
                        column(file, paths),
                        column(file, paths),
                        column(file, paths));
        Stepper stepper =
                arguments.length > 3 && arguments[3].equals("scalar")
                        ? new ScalarStepper()
                        : Stepper.fastest();
        Turns.take(_ -> {
            all.restart();
            stepper.run(all, steps, OdeBench.STEP);
            return new double[] {
                IntStream.range(0, paths).mapToDouble(all::software).average().orElseThrow()
            };
        });
    }

    private static double[] column(ByteBuffer file, int paths) {
        double[] column = new double[paths];
        for (int i = 0; i < paths; i++) {
            column[i] = file.getDouble();
        }
        return column;
    }
}
