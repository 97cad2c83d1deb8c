package rubicon.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ui.chart.Annotations.Amount;
import rubicon.ui.chart.Annotations.Expected;
import rubicon.ui.chart.Annotations.Flag;
import rubicon.ui.chart.Annotations.Moment;
import rubicon.ui.chart.Annotations.Note;

/// The annotations that have a place on a chart, with the sign that stands for each: numbers for
/// what happened, letters for what people expected. They stand in a strip of their own between
/// legend and plot, so that no value and no name is covered; what is expected of a value stands in
/// the plot.
///
/// How many flags fit beside each other is known in the browser only: there they are put on lanes.
public final class Marks {
    private static final int LANE = 18;
    private static final int FEW = 5;
    private static final int LANES = 3;
    private static final int ROW = 16;
    private static final int GAP = 6;

    /// Room between strip and plot for the name of a point at its upper edge.
    private static final int ROOM = 14;

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final List<Flag> flags;
    private final List<Moment> moments;
    private final List<Amount> amounts;
    private final Map<String, String> signs = new LinkedHashMap<>();

    private Marks(List<Flag> flags, List<Expected> expected) {
        this.flags = flags;
        this.moments = all(expected, Moment.class);
        this.amounts = all(expected, Amount.class);
        for (Flag flag : flags) {
            signs.put(flag.key(), Integer.toString(signs.size() + 1));
        }
        int letter = 0;
        for (Expected each : expected) {
            signs.put(each.key(), LETTERS.substring(letter, letter + 1));
            letter++;
        }
    }

    /// The marks of a model.
    public static Marks of(ChartModel model) {
        if (model.isEmpty()) {
            return new Marks(List.of(), List.of());
        }
        TimeSpan span = TimeSpan.of(model);
        List<Flag> flags =
                model.annotations().flags().stream()
                        .filter(flag -> span.contains(flag.day()))
                        .sorted(Comparator.comparing(Flag::day))
                        .toList();
        List<Expected> expected =
                model.annotations().expected().stream()
                        .filter(each -> isDrawn(each, span))
                        .limit(LETTERS.length())
                        .toList();
        return new Marks(flags, expected);
    }

    /// The sign of an annotation; empty when it has no place on the chart.
    public String sign(String key) {
        return signs.getOrDefault(key, "");
    }

    /// How many marks are drawn.
    int count() {
        return signs.size();
    }

    /// Height of the strip in pixels.
    int strip() {
        int strip = flagStrip() + momentStrip();
        return strip == 0 ? 0 : strip + ROOM;
    }

    /// The series that draw them, in a fixed order.
    List<Map<String, Object>> series() {
        List<Map<String, Object>> series = new ArrayList<>();
        if (!flags.isEmpty()) {
            series.add(flagSeries());
        }
        if (!moments.isEmpty()) {
            series.add(momentSeries());
        }
        if (!amounts.isEmpty()) {
            series.add(amountSeries());
        }
        return series;
    }

    /// Every value that somebody expects, to be made room for.
    static Stream<Double> values(ChartModel model) {
        return of(model).amounts.stream()
                .flatMap(it -> Stream.of(it.low(), it.middle(), it.high()))
                .filter(java.util.Objects::nonNull);
    }

    private int flagStrip() {
        return flags.isEmpty() ? 0 : lanes() * LANE + GAP;
    }

    private int momentStrip() {
        return moments.isEmpty() ? 0 : moments.size() * ROW + GAP;
    }

    private int lanes() {
        return flags.size() <= FEW ? 2 : LANES;
    }

    /// Each is its day, whether the day is known, the number of lanes, how far above the plot the
    /// lowest lane stands, and its number.
    private Map<String, Object> flagSeries() {
        Map<String, Object> series = custom("milestones", "flag", "milestone");
        series.put("encode", Map.of("x", 0, "y", -1));
        series.put(
                "data",
                flags.stream()
                        .map(flag ->
                                item(
                                        flag.key(),
                                        flag.note(),
                                        flag.day().toString(),
                                        flag.exact() ? 1 : 0,
                                        lanes(),
                                        ROOM + momentStrip(),
                                        Integer.valueOf(sign(flag.key()))))
                        .toList());
        return series;
    }

    /// Each is the beginning of its interval, its middle, the end, how far above the plot its row
    /// stands, and its letter.
    private Map<String, Object> momentSeries() {
        Map<String, Object> series = custom("expected-times", "moment", "expected");
        series.put("encode", Map.of("x", List.of(0, 1, 2), "y", -1));
        List<Map<String, Object>> data = new ArrayList<>();
        for (Moment it : moments) {
            int above = ROOM + momentStrip() - data.size() * ROW - ROW / 2;
            data.add(
                    item(
                            it.key(),
                            it.note(),
                            text(it.low()),
                            text(it.middle()),
                            text(it.high()),
                            above,
                            letter(it)));
        }
        series.put("data", data);
        return series;
    }

    /// Each is its day, the lower end of its interval, its middle, the upper end, and its letter.
    private Map<String, Object> amountSeries() {
        Map<String, Object> series = custom("expected-values", "amount", "expected");
        series.put("encode", Map.of("x", 0, "y", List.of(1, 2, 3)));
        series.put(
                "data",
                amounts.stream()
                        .map(it ->
                                item(
                                        it.key(),
                                        it.note(),
                                        it.day().toString(),
                                        it.low(),
                                        it.middle(),
                                        it.high(),
                                        letter(it)))
                        .toList());
        return series;
    }

    private Map<String, Object> item(String key, Note note, @Nullable Object... value) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", sign(key));
        item.put("value", Arrays.asList(value));
        item.put("note", List.of(sign(key) + " · " + note.title(), note.text(), note.source()));
        return item;
    }

    /// The sign's letter as a number, since values hold nothing else.
    private int letter(Expected expected) {
        return sign(expected.key()).charAt(0);
    }

    private static Map<String, Object> custom(String id, String drawnBy, String colour) {
        Map<String, Object> series = new LinkedHashMap<>();
        series.put("id", id);
        series.put("type", "custom");
        series.put("renderItem", "rubicon:" + drawnBy);
        series.put("marks", true);
        series.put("clip", false);
        series.put("z", 3);
        series.put(
                "itemStyle",
                Map.of(
                        "color",
                        "var(--rb-chart-" + colour + ")",
                        "borderColor",
                        "var(--rb-surface)"));
        return series;
    }

    private static boolean isDrawn(Expected expected, TimeSpan span) {
        return switch (expected) {
            case Moment it -> !it.end().isBefore(span.from());
            case Amount it -> span.contains(it.day());
        };
    }

    private static <T extends Expected> List<T> all(List<Expected> expected, Class<T> type) {
        return expected.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static @Nullable String text(java.time.@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
