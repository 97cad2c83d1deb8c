package rubicon.simulator.scenario.applepicking;

import java.util.List;
import java.util.stream.IntStream;
import rubicon.model.stats.NeumaierSum;

/// A time in which the same ones work on a tree.
///
/// @param from start
/// @param progress `−ln R` at the start
/// @param shares of what is left at the start, band by band from the ground up; they add up to 1
/// @param reached number of bands, from the ground, at which is picked; people reach all
/// @param reach of who works, by those shares
/// @param rate picking per time, `r·b`
record Stretch(
        double from, double progress, List<Double> shares, int reached, Reach reach, double rate) {

    static Stretch of(double from, double progress, List<Double> shares, int reached, double rate) {
        Reach reach =
                Reach.ofParts(
                        sum(shares.subList(0, reached)),
                        sum(shares.subList(reached, shares.size())));
        return new Stretch(from, progress, List.copyOf(shares), reached, reach, rate);
    }

    double progressAt(double time) {
        return progress - reach.logLeft(work(time));
    }

    List<Double> sharesAt(double time) {
        if (reach.beyond() == 0) {
            return shares;
        }
        double picked = Math.exp(-work(time));
        double left = Math.exp(reach.logLeft(work(time)));
        return IntStream.range(0, shares.size())
                .mapToObj(band -> shares.get(band) * (band < reached ? picked : 1) / left)
                .toList();
    }

    private double work(double time) {
        return rate * (time - from);
    }

    private static double sum(List<Double> shares) {
        return NeumaierSum.of(shares.stream().mapToDouble(it -> it).toArray());
    }
}
