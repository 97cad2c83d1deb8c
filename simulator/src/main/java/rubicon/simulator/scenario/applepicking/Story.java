package rubicon.simulator.scenario.applepicking;

import java.util.Arrays;
import rubicon.model.stats.NeumaierSum;

/// What happens on a tree on which one generation of agents follows another, told again and again
/// in place: see [Succession]. Of each band is kept the share of what is left, and of what is left
/// the logarithm, so that nothing vanishes however much is picked. There is no step: from event to
/// event all has a closed form.
final class Story {
    private final int[] order;
    private final double[] edges;
    private final double[] shares;
    // What each generation did, by its place in what was given.
    private final boolean[] came;
    private final boolean[] completed;
    private final double[] shareAtRelease;
    private final double[] agentSpend;
    private final double[] switchTime;
    private final double[] jump;
    // The stretches of time in which the same ones work.
    private final double[] from;
    private final double[] before;
    private final double[] within;
    private final double[] beyond;
    private final double[] rate;
    private final int[] reached;
    private final double[][] sharesFrom;
    private final NeumaierSum sum = new NeumaierSum();
    private double humanRate;
    private double budgetRate;
    private double delay;
    private int generations;
    private int bands;
    private int stretches;
    private int cursor;
    private double time;
    private double progress;

    /// Of so many generations.
    Story(int generations) {
        this.order = new int[generations];
        this.edges = new double[generations + 1];
        this.shares = new double[edges.length];
        this.came = new boolean[generations];
        this.completed = new boolean[generations];
        this.shareAtRelease = new double[generations];
        this.agentSpend = new double[generations];
        this.switchTime = new double[generations];
        this.jump = new double[generations];
        int most = 2 * generations + 1;
        this.from = new double[most];
        this.before = new double[most];
        this.within = new double[most];
        this.beyond = new double[most];
        this.rate = new double[most];
        this.reached = new int[most];
        this.sharesFrom = new double[most][edges.length];
    }

    /// Sets what does not differ from tree to tree.
    ///
    /// @param human `r_H`
    /// @param budget `b`, spend per time
    void begin(double human, double budget) {
        humanRate = human;
        budgetRate = budget;
    }

    /// Tells it from time 0.
    ///
    /// @param shape of the heights
    /// @param release, reach, agentRate of the generations, in any order
    /// @param later by which every release comes later, at least 0
    /// @param end at least 0; a generation that comes later does not come
    void tell(
            Spreading heights,
            double shape,
            double[] release,
            double[] reach,
            double[] agentRate,
            double later,
            double end) {
        delay = later;
        sort(release);
        released(release, end);
        bands(heights, shape, reach);
        stretches = 0;
        cursor = 0;
        time = 0;
        progress = 0;
        people(generations == 0 ? end : release[order[0]] + delay);
        for (int i = 0; i < generations; i++) {
            double next = i + 1 < generations ? release[order[i + 1]] + delay : end;
            agents(order[i], reach[order[i]], agentRate[order[i]], next);
            people(next);
        }
    }

    /// In the order of their releases; those of one moment stay in the order that was given.
    private void sort(double[] release) {
        for (int i = 0; i < order.length; i++) {
            int place = i;
            while (place > 0 && release[order[place - 1]] > release[i]) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = i;
        }
    }

    private void released(double[] release, double end) {
        generations = 0;
        Arrays.fill(came, false);
        for (int generation : order) {
            if (release[generation] + delay <= end) {
                came[generation] = true;
                generations++;
            }
        }
    }

    /// The upper edges of the bands, each height at which some generation stops, and the top; and
    /// what hangs in each band.
    private void bands(Spreading heights, double shape, double[] reach) {
        edges[0] = 1;
        bands = 1;
        for (int i = 0; i < generations; i++) {
            double edge = reach[order[i]];
            if (edge > 0 && edge < 1) {
                edges[bands] = edge;
                bands++;
            }
        }
        Arrays.sort(edges, 0, bands);
        int distinct = 1;
        for (int i = 1; i < bands; i++) {
            if (edges[i] > edges[distinct - 1]) {
                edges[distinct] = edges[i];
                distinct++;
            }
        }
        bands = distinct;
        for (int band = 0; band < bands; band++) {
            shares[band] = heights.between(shape, band == 0 ? 0 : edges[band - 1], edges[band]);
        }
    }

    /// People pick until then.
    private void people(double until) {
        lay(bands, humanRate);
        work(until);
    }

    /// A generation picks until people are worth as much, at the latest until then.
    private void agents(int generation, double height, double agentRate, double until) {
        int below = 0;
        while (below < bands && edges[below] <= height) {
            below++;
        }
        lay(below, agentRate);
        double toSwitch =
                Reach.spendToSwitch(within[stretches], beyond[stretches], humanRate, agentRate);
        double available = budgetRate * (until - time);
        double start = progress;
        shareAtRelease[generation] = within[stretches];
        completed[generation] = toSwitch <= available;
        agentSpend[generation] = Math.min(toSwitch, available);
        work(completed[generation] ? Math.min(until, time + toSwitch / budgetRate) : until);
        switchTime[generation] = time;
        jump[generation] = progress - start;
    }

    /// Lays the next stretch: who works reaches so many bands from the ground.
    private void lay(int bandsReached, double picking) {
        sum.clear();
        for (int band = 0; band < bandsReached; band++) {
            sum.add(shares[band]);
        }
        double low = sum.value();
        sum.clear();
        for (int band = bandsReached; band < bands; band++) {
            sum.add(shares[band]);
        }
        double all = low + sum.value();
        from[stretches] = time;
        before[stretches] = progress;
        within[stretches] = low / all;
        beyond[stretches] = sum.value() / all;
        rate[stretches] = picking * budgetRate;
        reached[stretches] = bandsReached;
        System.arraycopy(shares, 0, sharesFrom[stretches], 0, bands);
    }

    private void work(double until) {
        int stretch = stretches;
        if (until > time || stretches == 0) {
            stretches++;
        }
        progress = progressAt(stretch, until);
        if (beyond[stretch] != 0) {
            double work = work(stretch, until);
            double picked = Math.exp(-work);
            double left = Math.exp(Reach.logLeft(within[stretch], beyond[stretch], work));
            for (int band = 0; band < bands; band++) {
                shares[band] = shares[band] * (band < reached[stretch] ? picked : 1) / left;
            }
        }
        time = until;
    }

    private double progressAt(int stretch, double until) {
        return before[stretch]
                - Reach.logLeft(within[stretch], beyond[stretch], work(stretch, until));
    }

    private double work(int stretch, double until) {
        return rate[stretch] * (until - from[stretch]);
    }

    /// Whether a generation was released before the end.
    boolean came(int generation) {
        return came[generation];
    }

    /// See [Handover#completed].
    boolean completed(int generation) {
        return completed[generation];
    }

    /// See [Handover#shareAtRelease].
    double shareAtRelease(int generation) {
        return shareAtRelease[generation];
    }

    /// See [Handover#agentSpend].
    double agentSpend(int generation) {
        return agentSpend[generation];
    }

    /// See [Handover#switchTime].
    double switchTime(int generation) {
        return switchTime[generation];
    }

    /// See [Handover#jump].
    double jump(int generation) {
        return jump[generation];
    }

    /// The index `−ln R` at a time from 0 to the end; fastest for one time after another.
    double progress(double at) {
        return progressAt(stretch(at), at);
    }

    /// Of a band the share of what is left, at a time from 0 to the end.
    double share(int band, double at) {
        int stretch = stretch(at);
        double share = sharesFrom[stretch][band];
        if (beyond[stretch] == 0) {
            return share;
        }
        double work = work(stretch, at);
        double left = Math.exp(Reach.logLeft(within[stretch], beyond[stretch], work));
        return share * (band < reached[stretch] ? Math.exp(-work) : 1) / left;
    }

    int bands() {
        return bands;
    }

    /// The last stretch that has begun.
    private int stretch(double at) {
        if (from[cursor] > at) {
            cursor = 0;
        }
        while (cursor + 1 < stretches && from[cursor + 1] <= at) {
            cursor++;
        }
        return cursor;
    }
}
