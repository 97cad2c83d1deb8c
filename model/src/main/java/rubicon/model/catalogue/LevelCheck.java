package rubicon.model.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Level.Missing;
import rubicon.model.ledger.Faults;
import rubicon.model.wire.ViewPayload;
import rubicon.model.wire.ViewPayload.MissingPayload;

/// Turns the entries of the levels' file into [Level]s, or says what is wrong with them.
public final class LevelCheck {
    private static final int SHORT = 200;
    private static final int LONG = 2_000;

    private LevelCheck() {}

    /// The levels, in the order of the file.
    ///
    /// @throws IllegalArgumentException if an entry is at fault, or a level is absent or there
    ///   twice; it names the first fault
    public static List<Level> read(List<ViewPayload> entries) {
        List<Level> levels = new ArrayList<>();
        for (ViewPayload entry : entries) {
            levels.add(read(entry));
        }
        List<View> views = levels.stream().map(Level::view).sorted().toList();
        if (!views.equals(Arrays.asList(View.values()))) {
            throw new IllegalArgumentException(
                    "levels are %s, not each of %s once"
                            .formatted(views, Arrays.toString(View.values())));
        }
        return List.copyOf(levels);
    }

    private static Level read(ViewPayload it) {
        Faults faults = new Faults();
        View view = faults.constant("id", View.class, it.id());
        if (it.id() == null) {
            faults.add("id", "is missing");
        }
        String title = faults.required("title", it.title(), SHORT);
        String question = faults.required("question", it.question(), SHORT);
        String description = faults.required("description", it.description(), LONG);
        List<Missing> missing = missing(it.missing(), faults);
        if (faults.any()) {
            throw new IllegalArgumentException(
                    "level %s: %s %s"
                            .formatted(
                                    it.id(),
                                    faults.list().getFirst().field(),
                                    faults.list().getFirst().message()));
        }
        return new Level(
                Objects.requireNonNull(view),
                Objects.requireNonNull(title),
                Objects.requireNonNull(question),
                Objects.requireNonNull(description),
                missing);
    }

    private static List<Missing> missing(@Nullable List<MissingPayload> payloads, Faults faults) {
        List<Missing> missing = new ArrayList<>();
        for (MissingPayload it : payloads == null ? List.<MissingPayload>of() : payloads) {
            String what = faults.required("missing.what", it.what(), SHORT);
            String why = faults.required("missing.why", it.why(), LONG);
            String indicator = it.indicator();
            if (indicator != null && !IndicatorId.isValid(indicator)) {
                faults.add("missing.indicator", "'%s' is not an indicator id".formatted(indicator));
            } else if (what != null && why != null) {
                missing.add(
                        new Missing(
                                what, why, indicator == null ? null : new IndicatorId(indicator)));
            }
        }
        return missing;
    }
}
