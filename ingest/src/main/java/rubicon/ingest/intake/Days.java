package rubicon.ingest.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days that many events have in common, each kept once, as [Words] keeps texts and as safely.
final class Days {
    static final Days SHARED = new Days();

    private static final int SIZE = 4_096;

    private final @Nullable LocalDate[] table = new LocalDate[SIZE];

    /// The one that is kept of equal days.
    LocalDate of(LocalDate day) {
        int place = Math.floorMod(day.toEpochDay(), SIZE);
        LocalDate kept = table[place];
        if (kept != null && kept.equals(day)) {
            return kept;
        }
        table[place] = day;
        return day;
    }
}
