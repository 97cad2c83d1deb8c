package rubicon.ui.chart;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told beside the values: what happened, what policies say, what people expected.
///
/// @param flags by day
public record Annotations(List<Flag> flags, List<PolicyLine> policies, List<Expected> expected) {
    /// Nothing is told.
    public static final Annotations NONE = new Annotations(List.of(), List.of(), List.of());

    public Annotations {
        flags = List.copyOf(flags);
        policies = List.copyOf(policies);
        expected = List.copyOf(expected);
    }

    /// Words that stand with a mark while it is pointed at.
    public record Note(String title, String text, String source) {}

    /// Something that happened on a day.
    ///
    /// @param key tells it from others
    /// @param exact whether the day is known, not only its month or year
    public record Flag(String key, LocalDate day, boolean exact, Note note) {}

    /// A number that a policy names.
    ///
    /// @param superseded whether the policy is no longer in force
    public record PolicyLine(double value, String label, boolean superseded) {}

    /// What somebody expected, as far as it has a place on the chart.
    public sealed interface Expected {
        /// Tells it from others.
        String key();

        Note note();

        /// The latest day that it speaks of.
        LocalDate end();
    }

    /// A time by which something is expected; nothing is said of a value.
    ///
    /// @param low beginning of an interval; null without one
    /// @param middle median, or the one day that was named
    /// @param high end of an interval; null without one
    public record Moment(
            String key,
            @Nullable LocalDate low,
            @Nullable LocalDate middle,
            @Nullable LocalDate high,
            Note note)
            implements Expected {
        public Moment {
            if (low == null && middle == null && high == null) {
                throw new IllegalArgumentException("no day");
            }
        }

        @Override
        public LocalDate end() {
            return high != null
                    ? high
                    : middle != null ? middle : java.util.Objects.requireNonNull(low);
        }

        /// The earliest day that it speaks of.
        LocalDate begin() {
            return low != null ? low : middle != null ? middle : end();
        }
    }

    /// A value expected for a day.
    ///
    /// @param low lower end of an interval; null without one
    /// @param middle median, or the one value that was named
    /// @param high upper end of an interval; null without one
    public record Amount(
            String key,
            LocalDate day,
            @Nullable Double low,
            @Nullable Double middle,
            @Nullable Double high,
            Note note)
            implements Expected {
        public Amount {
            if (low == null && middle == null && high == null) {
                throw new IllegalArgumentException("no value");
            }
        }

        @Override
        public LocalDate end() {
            return day;
        }
    }
}
