package rubicon.benchmarks.compute;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.benchmarks.Contest;

/// Turns of programs in pairs, warm: each has had some seconds of them before the first that
/// counts, and another begins each pair.
///
/// @param check is told what each turn found, and throws where that is wrong
record Pairs(Map<String, PinnedProgram> programs, Check check) {
    private static final int LEAST_WARM_UPS = 3;

    /// A JVM goes on compiling for a while; a turn may last no longer than some milliseconds.
    private static final Duration WARM = Duration.ofSeconds(3);

    /// Fast and wrong does not count.
    @FunctionalInterface
    interface Check {
        void of(String program, List<Double> found);
    }

    Pairs {
        programs = Collections.unmodifiableMap(new LinkedHashMap<>(programs));
    }

    /// Has them measured; each turn is told another number.
    ///
    /// @param work of one turn, in the contest's unit
    void run(Contest contest, int pairs, long work) throws IOException {
        for (Map.Entry<String, PinnedProgram> it : programs.entrySet()) {
            warm(it.getKey(), it.getValue());
        }
        List<String> order = new ArrayList<>(programs.keySet());
        for (int pair = 1; pair <= pairs; pair++) {
            String told = Integer.toString(1_000 + pair);
            for (String name : order) {
                PinnedProgram program = programs.get(name);
                if (program == null) {
                    throw new IllegalStateException(name);
                }
                PinnedProgram.Turn turn = program.turn(told);
                check.of(name, turn.found());
                System.out.println(contest.add("pair-" + pair, name, work, turn.took()));
            }
            Collections.rotate(order, -1);
        }
        System.out.println();
        System.out.println(contest.table());
    }

    private void warm(String name, PinnedProgram program) throws IOException {
        Duration warm = Duration.ZERO;
        for (int turn = 1; turn <= LEAST_WARM_UPS || warm.compareTo(WARM) < 0; turn++) {
            PinnedProgram.Turn taken = program.turn(Integer.toString(turn));
            check.of(name, taken.found());
            warm = warm.plus(taken.took());
        }
    }

    /// Ends all programs, whatever one of them says.
    static void close(Iterable<PinnedProgram> programs) throws IOException {
        IOException first = null;
        for (PinnedProgram it : programs) {
            try {
                it.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
