package rubicon.ui.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.CrossingPayload;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;
import rubicon.model.wire.IndicatorStatePayload.WindowPayload;
import rubicon.model.wire.TrackRecordPayload;
import rubicon.model.wire.TrackRecordPayload.CrossingScoresPayload;
import rubicon.model.wire.TrackRecordPayload.NextValuesPayload;
import rubicon.model.wire.TrackRecordPayload.ShapeScoresPayload;
import rubicon.model.wire.TrackRecordPayload.WindowScoresPayload;
import rubicon.ui.shell.Formats;

/// Forecasts and their scores in words.
final class AheadWords {
    /// From so much on the silence speaks against a forecast.
    private static final double LONG_EXPECTED = 0.5;

    private AheadWords() {}

    /// A day by which something is expected.
    static String day(@Nullable LocalDate day) {
        return day == null ? "not within a century" : Formats.date(day);
    }

    /// How far the windows' medians are apart.
    static String medians(ForecastPayload forecast) {
        List<LocalDate> days =
                forecast.windows().stream()
                        .map(it -> it.crossing().p50())
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        if (days.isEmpty()) {
            return "in no window within a century";
        }
        boolean isNever = days.size() < forecast.windows().size();
        String first = Formats.date(days.getFirst());
        String last = isNever ? "never" : Formats.date(days.getLast());
        return first.equals(last) ? first : first + " to " + last;
    }

    /// The chances by the end of a year, by the windows that say least and most.
    ///
    /// @return empty where no window says anything of that day
    static String chance(ForecastPayload forecast, LocalDate end) {
        List<Double> chances =
                forecast.windows().stream()
                        .map(it -> it.byDate().get(end))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        if (chances.isEmpty()) {
            return "";
        }
        String least = percent(chances.getFirst());
        String most = percent(chances.getLast());
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String percent(double share) {
        double percent = 100 * share;
        if (percent < 1) {
            return "< 1 %";
        }
        return percent > 99 ? "> 99 %" : String.format(Locale.ENGLISH, "%.0f %%", percent);
    }

    /// What the windows are.
    static String windows(ForecastPayload forecast) {
        List<String> names =
                forecast.windows().stream()
                        .map(it ->
                                (it.from() == null ? "all" : "since " + it.from().getYear())
                                        + " (%d points)".formatted(it.points()))
                        .toList();
        return String.join(", ", names);
    }

    /// What the silence says; empty where it says little.
    static String silence(ForecastPayload forecast) {
        WindowPayload declared = forecast.windows().getFirst();
        return declared.expectedByToday() < LONG_EXPECTED
                ? ""
                : "the line had expected it by now with %s: the silence speaks against it"
                        .formatted(percent(declared.expectedByToday()));
    }

    /// When a threshold that was asked for is crossed, or was.
    static String asked(CrossingPayload told) {
        String line = Formats.line(told.threshold(), told.unit());
        ForecastPayload forecast = told.forecast();
        if (told.crossedOn() != null) {
            return "%s was crossed on %s.".formatted(line, Formats.date(told.crossedOn()));
        }
        if (forecast == null) {
            return "Nothing is forecast of %s: %s."
                    .formatted(
                            line, told.reasons().getOrDefault("forecast", "it is not known why"));
        }
        LocalDate end = LocalDate.of(told.today().getYear(), 12, 31);
        return "%s: expected from %s to %s; even odds, by windows, %s; by the end of %d with %s. Lines %s.%s"
                .formatted(
                        line,
                        day(forecast.crossing().p10()),
                        day(forecast.crossing().p90()),
                        medians(forecast),
                        end.getYear(),
                        chance(forecast, end),
                        windows(forecast),
                        silence(forecast).isEmpty()
                                ? ""
                                : " " + Formats.capital(silence(forecast)) + ".");
    }

    /// How good such forecasts were.
    static String record(TrackRecordPayload record) {
        StringBuilder words = new StringBuilder();
        NextValuesPayload known = record.nextValues();
        NextValuesPayload hindsight = record.hindsight();
        if (known != null) {
            words.append("As was known then: ").append(values(known));
        }
        if (hindsight != null) {
            words.append("In hindsight, date by date: ").append(values(hindsight));
        }
        CrossingScoresPayload crossings = record.replayed();
        if (crossings != null && crossings.resolved() > 0 && crossings.covered() != null) {
            words.append(
                    "Of %d replayed forecasts of %s that came or are overdue, %s came from their 10 %% to their 90 %% day%s. "
                            .formatted(
                                    crossings.resolved(),
                                    Formats.counted(crossings.lines(), "crossing", "crossings"),
                                    percent(crossings.covered()),
                                    crossings.lines() > 1 ? ", each crossing counted once" : ""));
        }
        CrossingScoresPayload made = record.made();
        if (made != null) {
            words.append(
                    "%d forecasts of crossings were made and kept here, %d of them resolved%s."
                            .formatted(
                                    made.made(),
                                    made.resolved(),
                                    made.resolved() == 0
                                            ? ""
                                            : " (%s)"
                                                    .formatted(
                                                            Formats.counted(
                                                                    made.lines(),
                                                                    "line",
                                                                    "lines"))));
        }
        String windows = windows(record.madeWindows());
        words.append(windows.isEmpty() ? windows(record.replayedWindows()) : windows);
        words.append(shapes(record.shapes()));
        return words.toString().strip();
    }

    /// How many crossings came when each window had expected them; empty where none is resolved, or
    /// there is one window.
    private static String windows(List<WindowScoresPayload> all) {
        List<String> covered = new ArrayList<>();
        for (WindowScoresPayload it : all) {
            Double share = it.scores().covered();
            if (share != null) {
                covered.add(window(it.window()) + " " + percent(share));
            }
        }
        return covered.size() < 2
                ? ""
                : " By windows of the trend came from the 10 %% to the 90 %% day: %s."
                        .formatted(String.join(", ", covered));
    }

    private static String window(String window) {
        return switch (window) {
            case "ALL" -> "all";
            case "SPREAD" -> "from the earliest to the latest of all";
            default -> "since " + LocalDate.parse(window).getYear();
        };
    }

    /// How good what shapes expected was, as it was kept here; empty where nothing was kept.
    private static String shapes(List<ShapeScoresPayload> all) {
        if (all.isEmpty()) {
            return "";
        }
        LocalDate since =
                all.stream().map(ShapeScoresPayload::since).min(Comparator.naturalOrder()).get();
        List<String> scored =
                all.stream()
                        .filter(it -> it.next() != null)
                        .map(it ->
                                "%s %s"
                                        .formatted(
                                                ShapeWords.name(it.shape()),
                                                inside(Objects.requireNonNull(it.next()))))
                        .toList();
        return " What shapes expect is kept since %s: %s."
                .formatted(
                        Formats.date(since),
                        scored.isEmpty()
                                ? "no record came since"
                                : "of the records since, inside their central 80 % lay with "
                                        + String.join(", ", scored));
    }

    private static String inside(NextValuesPayload it) {
        return "%d of %d".formatted(Math.round(it.coverage() * it.forecasts()), it.forecasts());
    }

    private static String values(NextValuesPayload it) {
        return "%d of %d records lay in their central 80 %%%s. "
                .formatted(
                        Math.round(it.coverage() * it.forecasts()),
                        it.forecasts(),
                        it.losesToNaive() ? ", and a naive forecast scores better" : "");
    }
}
