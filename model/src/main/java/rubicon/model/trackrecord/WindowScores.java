package rubicon.model.trackrecord;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How good the forecasts of one window were.
///
/// @param window as in [MadeWindow]
public record WindowScores(String window, CrossingScores scores) {

    /// Scores each window by itself.
    ///
    /// @param made of all windows
    /// @return by first day, then the whole course, then the spread
    /// @see CrossingScores#of
    public static List<WindowScores> ofEach(
            List<MadeWindow> made, DoubleFunction<@Nullable LocalDate> crossed, LocalDate today) {
        return made.stream()
                .collect(
                        Collectors.groupingBy(
                                MadeWindow::window,
                                TreeMap::new,
                                Collectors.mapping(MadeWindow::crossing, Collectors.toList())))
                .entrySet()
                .stream()
                .map(it ->
                        new WindowScores(
                                it.getKey(), CrossingScores.of(it.getValue(), crossed, today)))
                .toList();
    }
}
