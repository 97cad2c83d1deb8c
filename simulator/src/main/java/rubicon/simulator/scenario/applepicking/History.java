package rubicon.simulator.scenario.applepicking;

import java.util.List;

/// What happened on a tree from time 0 to an end.
public final class History {
    private final List<Handover> events;
    private final List<Stretch> stretches;
    private final double end;

    History(List<Handover> events, List<Stretch> stretches, double end) {
        this.events = List.copyOf(events);
        this.stretches = List.copyOf(stretches);
        this.end = end;
    }

    /// One a generation that came, in their order.
    public List<Handover> events() {
        return events;
    }

    public double end() {
        return end;
    }

    /// The index `−ln R` at a time from 0 to the end.
    public double progress(double time) {
        return at(time).progressAt(time);
    }

    /// `R`, the share of all that once hung on the tree that is left at a time from 0 to the end.
    public double remaining(double time) {
        return Math.exp(-progress(time));
    }

    /// What is left of each band, from the ground up, as shares of all that once hung on the tree.
    public List<Double> bands(double time) {
        double remaining = remaining(time);
        return at(time).sharesAt(time).stream().map(share -> share * remaining).toList();
    }

    private Stretch at(double time) {
        if (!(time >= 0 && time <= end)) {
            throw new IllegalArgumentException(
                    "time %s is not from 0 to the end, %s".formatted(time, end));
        }
        Stretch last = stretches.getFirst();
        for (Stretch stretch : stretches) {
            if (stretch.from() <= time) {
                last = stretch;
            }
        }
        return last;
    }
}
