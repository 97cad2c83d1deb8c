package rubicon.model.trend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.stats.SplitMix64;

/// Records of many results about a line, whose errors have an exponential tail: what is above the
/// best so far comes with intensity `e^(line − best)`, and goes beyond it by an exponential number.
/// Drawn exactly, from the inverse of the cumulated intensity. Records of a line that rises by one
/// a unit of time come once in it, in the mean; other units give the same but for a factor.
public final class SteadyRecords {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);
    private static final int FORGETTING = 30;
    private static final int MOST = 500;
    private static final double DAYS = 100;

    private final SplitMix64 stream;
    private double ahead;

    private SteadyRecords(long seed) {
        this.stream = new SplitMix64(seed);
        for (int i = 0; i < FORGETTING; i++) {
            double waited = Math.log1p(exponential() * Math.exp(ahead));
            ahead += exponential() - waited;
        }
    }

    /// Records of a line that never bends, a hundred days to a unit.
    ///
    /// @return oldest first
    public static List<DatedValue> steady(long seed, int count) {
        return new SteadyRecords(seed)
                .draw(Double.POSITIVE_INFINITY, 1, Double.POSITIVE_INFINITY)
                .subList(0, count);
    }

    /// Records within some units of a line that rises `later` times as fast in their second half.
    static List<DatedValue> bent(long seed, double units, double later) {
        return new SteadyRecords(seed).draw(units / 2, later, units);
    }

    private List<DatedValue> draw(double bend, double later, double end) {
        List<DatedValue> records = new ArrayList<>();
        double time = 0;
        double best = ahead;
        double slope = 1;
        double hazard = exponential();
        while (records.size() < MOST) {
            double wait = Math.log1p(slope * hazard * Math.exp(ahead)) / slope;
            if (time < bend && time + wait > bend) {
                hazard -= Math.expm1(slope * (bend - time)) * Math.exp(-ahead) / slope;
                ahead -= slope * (bend - time);
                time = bend;
                slope = later;
                continue;
            }
            time += wait;
            if (time > end) {
                break;
            }
            double step = exponential();
            ahead += step - slope * wait;
            best += step;
            records.add(new DatedValue("", START.plusDays(Math.round(DAYS * time)), best));
            hazard = exponential();
        }
        return records;
    }

    private double exponential() {
        return -Math.log(stream.nextOpenUniform());
    }
}
