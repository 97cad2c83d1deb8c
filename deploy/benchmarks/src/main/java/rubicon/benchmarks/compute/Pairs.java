package rubicon.benchmarks.compute;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.benchmarks.Contest;

/// Turns of programs in pairs, warm: each has had some before the first that counts, and another
/// begins each pair.
///
/// @param warmUps turns of each that do not count
/// @param check is told what each turn found, and throws where that is wrong
record Pairs(Map<String, PinnedProgram> programs, int warmUps, Check check) {
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
        int told = 0;
        for (int i = 0; i < warmUps; i++) {
            told++;
            for (Map.Entry<String, PinnedProgram> it : programs.entrySet()) {
                check.of(it.getKey(), it.getValue().turn(Integer.toString(told)).found());
            }
        }
        List<String> order = new ArrayList<>(programs.keySet());
        for (int pair = 1; pair <= pairs; pair++) {
            told++;
            for (String name : order) {
                PinnedProgram program = programs.get(name);
                if (program == null) {
                    throw new IllegalStateException(name);
                }
                PinnedProgram.Turn turn = program.turn(Integer.toString(told));
                check.of(name, turn.found());
                System.out.println(contest.add("pair-" + pair, name, work, turn.took()));
            }
            Collections.rotate(order, -1);
        }
        System.out.println();
        System.out.println(contest.table());
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
