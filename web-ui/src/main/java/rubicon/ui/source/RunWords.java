package rubicon.ui.source;

import java.util.ArrayList;
import java.util.List;
import rubicon.ui.client.RunPayload;

/// A reading in a sentence.
final class RunWords {
    private RunWords() {}

    /// `23 read: 2 new, 20 revised, 1 unchanged`; only counts that are not zero.
    static String of(RunPayload run) {
        if (run.error() != null && !run.error().isBlank()) {
            return run.error();
        }
        if (run.notModified()) {
            return "not modified since the last reading";
        }
        List<String> counts = new ArrayList<>();
        count(counts, run.added(), "new");
        count(counts, run.revised(), "revised");
        count(counts, run.unchanged(), "unchanged");
        count(counts, run.retracted(), "retracted");
        count(counts, run.refused(), "refused");
        String head = run.read() + " read";
        return counts.isEmpty() ? head : head + ": " + String.join(", ", counts);
    }

    private static void count(List<String> counts, int count, String word) {
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }
}
