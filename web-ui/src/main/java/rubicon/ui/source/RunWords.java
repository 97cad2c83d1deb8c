package rubicon.ui.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.RunPayload;

/// A reading in a sentence.
final class RunWords {
    private static final int MOST_NAMED = 4;

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
        String head =
                run.evalRuns() == 0
                        ? run.read() + " read"
                        : "%d read, %d of them eval runs".formatted(run.read(), run.evalRuns());
        return counts.isEmpty() ? head : head + ": " + String.join(", ", counts);
    }

    /// `not read: colour, shape and 3 more columns or fields`; empty where all is read.
    static String unread(RunPayload run) {
        List<String> names = run.unread() == null ? List.of() : run.unread();
        int more = names.size() - MOST_NAMED;
        String named =
                names.stream()
                        .limit(MOST_NAMED)
                        .collect(Collectors.joining(", ", "not read: ", ""));
        if (names.isEmpty()) {
            return "";
        }
        return more > 0 ? "%s and %d more columns or fields".formatted(named, more) : named;
    }

    /// Which rows vanished, as the run tells them; else that they are many.
    static String missing(@Nullable RunPayload run) {
        List<String> told = run == null || run.passedOver() == null ? List.of() : run.passedOver();
        return told.isEmpty()
                ? "over a tenth of its rows vanished and none was withdrawn"
                : told.getFirst();
    }

    private static void count(List<String> counts, int count, String word) {
        if (count > 0) {
            counts.add(count + " " + word);
        }
    }
}
