package rubicon.model.horizon;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import rubicon.model.stats.Quantiles;

/// The time horizons of a bootstrap, draw by draw.
public final class HorizonDraws {
    private final List<String> agents;
    private final List<Double> rates;
    private final double[][][] minutes;

    HorizonDraws(List<String> agents, List<Double> rates, double[][][] minutes) {
        this.agents = List.copyOf(agents);
        this.rates = List.copyOf(rates);
        this.minutes = minutes;
    }

    /// The agents, sorted by name.
    public List<String> agents() {
        return agents;
    }

    /// The horizons of an agent in the draws that it is not missing from, in minutes and in the
    /// order of the draws. Some may be infinite.
    ///
    /// @throws IllegalArgumentException if nothing was drawn for the agent or the rate
    public double[] minutes(String agent, double rate) {
        return Arrays.stream(of(agent, rate)).filter(value -> !Double.isNaN(value)).toArray();
    }

    /// The interval of an agent's horizon; empty if it is missing from all draws.
    ///
    /// @param level share of the draws inside, in (0, 1)
    public Optional<Interval> interval(String agent, double rate, double level) {
        double[] drawn = minutes(agent, rate);
        if (drawn.length == 0) {
            return Optional.empty();
        }
        double[] ends =
                Quantiles.type7(drawn, new double[] {(1 - level) / 2, 0.5, (1 + level) / 2});
        return Optional.of(new Interval(ends[0], ends[1], ends[2], level, drawn.length));
    }

    /// One row a draw with the horizons of some agents; NaN where an agent is missing.
    double[][] rows(List<String> some, double rate) {
        double[][] columns = some.stream().map(agent -> of(agent, rate)).toArray(double[][]::new);
        double[][] rows = new double[minutes[0][0].length][columns.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < columns.length; column++) {
                rows[row][column] = columns[column][row];
            }
        }
        return rows;
    }

    private double[] of(String agent, double rate) {
        int row = agents.indexOf(agent);
        int column = rates.indexOf(rate);
        if (row < 0 || column < 0) {
            throw new IllegalArgumentException(
                    "nothing was drawn for %s at %s".formatted(agent, rate));
        }
        return minutes[row][column];
    }

    /// A bootstrap interval. It is as lopsided as the draws are, and may have no upper end.
    ///
    /// @param low its lower end
    /// @param median of the draws
    /// @param high its upper end, may be infinite
    /// @param level share of the draws inside
    /// @param used number of draws that it rests on
    public record Interval(double low, double median, double high, double level, int used) {}
}
