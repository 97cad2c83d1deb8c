package rubicon.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// What the house and its peers reached, turn by turn. On a machine that does other things as well
/// only the ratios within a pair of turns mean anything, so bars are about those.
public final class Contest {
    /// The house's own name in it.
    public static final String HOUSE = "rubicon";

    private static final String RATE = "%,10.0f";
    private static final String RATIO = "%10.3f";

    private final String title;
    private final List<Bar> bars;
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    /// Nobody had a turn yet.
    ///
    /// @param title what is counted, above its table
    public Contest(String title, List<Bar> bars) {
        this.title = title;
        this.bars = List.copyOf(bars);
    }

    /// Whom the house is compared with.
    public List<Bar> bars() {
        return bars;
    }

    /// Notes a turn; everybody has one in each pair.
    ///
    /// @return it as a line of text
    public String add(String pair, String contender, long records, Duration taken) {
        double rate = records / (taken.toNanos() / 1e9);
        rates.computeIfAbsent(contender, _ -> new ArrayList<>()).add(rate);
        return String.format(Locale.ROOT, "%-9s %-12s %,10.0f %s", pair, contender, rate, title);
    }

    /// Whether the median of the ratios to each peer reaches its bar.
    public boolean isMet() {
        return bars.stream().allMatch(this::isMet);
    }

    /// All rates, all ratios, and what became of the bars.
    public String table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                String.format(Locale.ROOT, "%-32s %10s %10s %10s", title, "min", "median", "max"));
        rates.forEach((name, turns) -> lines.add(Spread.of(turns).row(name, RATE)));
        for (Bar bar : bars) {
            lines.add(ratios(bar).row(HOUSE + " / " + bar.peer(), RATIO) + verdict(bar));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private String verdict(Bar bar) {
        if (bar.minRatio() == 0) {
            return "";
        }
        String said = isMet(bar) ? "met" : "missed";
        return bar.minRatio() < 0.1
                ? String.format(Locale.ROOT, "   bar %.3f %s", bar.minRatio(), said)
                : String.format(Locale.ROOT, "   bar %.2f %s", bar.minRatio(), said);
    }

    private boolean isMet(Bar bar) {
        return ratios(bar).median() >= bar.minRatio();
    }

    private Spread ratios(Bar bar) {
        List<Double> own = turns(HOUSE);
        List<Double> others = turns(bar.peer());
        return Spread.of(
                IntStream.range(0, Math.min(own.size(), others.size()))
                        .mapToObj(it -> own.get(it) / others.get(it))
                        .toList());
    }

    private List<Double> turns(String contender) {
        return rates.getOrDefault(contender, List.of());
    }
}
