package rubicon.model.trackrecord;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.CrossingDates;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;
import rubicon.model.trend.DatedValue;
import rubicon.model.trend.RollingBackTest;
import rubicon.model.trend.ScaledLine;

/// What would have been forecast of an indicator on each day on which something new could be known,
/// with what could be known before it and nothing else: its next record, and when marked lines are
/// crossed.
///
/// @param nextValues forecasts of records on the indicator's own scale, turned so that up is better
/// @param crossings forecasts of crossings by the window that the catalogue declares
/// @param windows the same by each window, and their spread
/// @param course what is known now, for the outcomes
/// @see "docs/methods/scores.md"
public record Replay(
        RollingBackTest nextValues,
        List<MadeCrossing> crossings,
        List<MadeWindow> windows,
        @Nullable Course course) {
    private static final int LEAST_VALUES = 4;

    /// After all that can be known.
    private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

    public Replay {
        crossings = List.copyOf(crossings);
        windows = List.copyOf(windows);
    }

    /// An indicator with all that is held of it.
    ///
    /// @param histories all of them
    public record Told(Indicator indicator, Collection<History> histories) {
        /// What is known now; unlike a replay this costs no more than reading it once.
        public Standing now() {
            return before(FAR.atStartOfDay(ZoneOffset.UTC).toInstant());
        }

        private Standing before(Instant moment) {
            return Standing.of(indicator, KnownThen.before(histories, moment));
        }
    }

    /// Replays what is held. Costs as much as there are days times histories.
    ///
    /// @param cutBy the indicator that the trend's window is cut by; empty where it names none
    /// @param today the last day that is replayed: a value of a month may be known at its end only
    public static Replay of(Told told, Optional<Told> cutBy, LocalDate today) {
        List<RollingBackTest.Row> rows = new ArrayList<>();
        List<MadeCrossing> crossings = new ArrayList<>();
        List<MadeWindow> windows = new ArrayList<>();
        Then before = null;
        for (LocalDate day : KnownThen.days(told.histories()).headSet(today.plusDays(1))) {
            Then after = then(told, cutBy, day.plusDays(1));
            if (before != null
                    && before.course().fitted().size() >= LEAST_VALUES
                    && after != null) {
                rows.addAll(forecast(before, after));
            }
            if (after != null) {
                for (CrossingDates it : crossings(after.course(), day)) {
                    crossings.add(MadeCrossing.of(day, it));
                    windows.addAll(MadeWindow.of(day, it));
                }
            }
            before = after;
        }
        Then now = then(told, cutBy, FAR);
        return new Replay(
                new RollingBackTest(rows), crossings, windows, now == null ? null : now.course());
    }

    /// What was known at a moment, and the course of it.
    private record Then(Standing standing, Course course) {
        /// What it does not know of a later moment, by name and date. A result that was no record
        /// is known, too, whatever becomes of the record before it; so is one that was dated anew.
        Set<String> news(Then later) {
            Set<String> known = new HashSet<>();
            standing.series().forEach(it -> known.add(name(it)));
            return later.standing().series().stream()
                    .filter(it -> !standing.knows(it.key()))
                    .map(Then::name)
                    .filter(it -> !known.contains(it))
                    .collect(Collectors.toSet());
        }

        private static String name(Result it) {
            return it.subjectKey() + it.observedOn().date();
        }
    }

    private static @Nullable Then then(Told told, Optional<Told> cutBy, LocalDate day) {
        Instant moment = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        try {
            Standing standing = told.before(moment);
            return new Then(
                    standing,
                    Course.of(
                            standing,
                            cutBy.map(it -> it.before(moment).results()).orElse(List.of())));
        } catch (IllegalArgumentException e) {
            return null; // nothing could have been said then
        }
    }

    /// What the fit to what was known said of the records that came next. The trend's limit leaves
    /// values out of the fit, not out of what came: else no forecast could ever be too low by much.
    private static List<RollingBackTest.Row> forecast(Then then, Then later) {
        Course before = then.course();
        Set<String> news = then.news(later);
        LocalDate last = before.known().getLast().date();
        List<RollingBackTest.Row> rows = new ArrayList<>();
        for (DatedValue next : later.course().known()) {
            if (next.date().isAfter(last) && news.contains(next.name() + next.date())) {
                try {
                    rows.add(
                            RollingBackTest.row(
                                    before.known(),
                                    next,
                                    ScaledLine.of(before.fitted(), before.scale())));
                } catch (IllegalArgumentException undetermined) {
                    return List.of();
                }
            }
        }
        return rows;
    }

    private static List<CrossingDates> crossings(Course course, LocalDate day) {
        try {
            return CrossingDates.of(course, day);
        } catch (IllegalArgumentException e) {
            return List.of(); // too few points, or nothing left to cross
        }
    }

    /// Forecasts of records on today's values in the order of their dates, as if each had been
    /// known on its date, and right from the start. There are more of them than of [#nextValues].
    public RollingBackTest hindsight() {
        if (course == null) {
            return new RollingBackTest(List.of());
        }
        return RollingBackTest.of(
                course.fitted(),
                course.known(),
                LEAST_VALUES,
                known -> {
                    try {
                        return Optional.of(ScaledLine.of(known, course.scale()));
                    } catch (IllegalArgumentException undetermined) {
                        return Optional.empty();
                    }
                });
    }

    /// The scores of the crossings.
    public CrossingScores crossingScores(LocalDate today) {
        return CrossingScores.of(crossings, this::crossed, today);
    }

    /// The scores of each window's crossings.
    public List<WindowScores> windowScores(LocalDate today) {
        return WindowScores.ofEach(windows, this::crossed, today);
    }

    /// The date of the first value at a threshold or beyond it; null while there is none.
    public @Nullable LocalDate crossed(double threshold) {
        if (course == null) {
            return null;
        }
        double target = course.turned(threshold);
        return course.known().stream()
                .filter(it -> it.value() >= target)
                .map(DatedValue::date)
                .findFirst()
                .orElse(null);
    }
}
