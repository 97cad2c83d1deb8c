package rubicon.ui.chronicle;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.SubjectNames;

/// An indicator's frontier held against a line.
public sealed interface Passing {
    /// There is no value yet.
    record Unknown() implements Passing {}

    /// The best value has not reached it.
    ///
    /// @param gap how far away, in the indicator's unit; 0 where the line itself is not enough
    record Ahead(Point best, double gap) implements Passing {}

    /// The best value meets it.
    ///
    /// @param first the earliest point of the frontier that does
    /// @param atTheLatest whether earlier points are not held, so that it may have been before
    record Passed(Point first, Point best, boolean atTheLatest) implements Passing {}

    /// Holds a state against a line.
    ///
    /// @param op `GE`, `GT`, `LE` or `LT`; anything else counts as `GE`
    static Passing of(@Nullable IndicatorStatePayload state, @Nullable String op, double line) {
        if (state == null || state.frontier().isEmpty()) {
            return new Unknown();
        }
        List<Point> frontier = state.frontier();
        Point best = frontier.getLast();
        if (!meets(best.value(), op, line)) {
            return new Ahead(best, Math.abs(line - best.value()));
        }
        Optional<Point> first =
                frontier.stream().filter(point -> meets(point.value(), op, line)).findFirst();
        Point passed = first.orElse(best);
        return new Passed(passed, best, state.truncated() && passed.equals(frontier.getFirst()));
    }

    /// In words.
    ///
    /// @param unit of the indicator
    /// @param names of its subjects
    default Words words(String unit, SubjectNames names) {
        return switch (this) {
            case Unknown _ -> new Words("No value", "of this indicator is known");
            case Ahead(Point best, double gap) ->
                    new Words(
                            gap == 0 ? "At the line" : Formats.value(gap, unit) + " to go",
                            "best by " + names.of(best.subject()));
            case Passed(Point first, Point _, boolean atTheLatest) ->
                    new Words(
                            (atTheLatest ? "Passed by " : "Passed ")
                                    + Formats.date(first.observedOn(), first.precision()),
                            Formats.value(first.value(), unit) + ", " + names.of(first.subject()));
        };
    }

    /// How far, for people.
    ///
    /// @param main in one glance
    /// @param detail what it rests on
    record Words(String main, String detail) {}

    private static boolean meets(double value, @Nullable String op, double line) {
        return switch (Entries.text(op).toUpperCase(Locale.ROOT)) {
            case "GT" -> value > line;
            case "LE" -> value <= line;
            case "LT" -> value < line;
            default -> value >= line;
        };
    }

    /// Whose value it is and of when.
    static String named(Point point, SubjectNames names) {
        return names.of(point.subject())
                + ", "
                + Formats.date(point.observedOn(), point.precision());
    }
}
