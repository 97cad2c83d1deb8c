package rubicon.simulator.scenario.applepicking;

import java.util.List;
import java.util.stream.IntStream;

/// What happened on a tree from time 0 to an end.
public final class History {
    private final Story story;
    private final List<Handover> events;
    private final double end;

    History(Story story, List<Handover> events, double end) {
        this.story = story;
        this.events = List.copyOf(events);
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
        return story.progress(inside(time));
    }

    /// `R`, the share of all that once hung on the tree that is left at a time from 0 to the end.
    public double remaining(double time) {
        return Math.exp(-progress(time));
    }

    /// What is left of each band, from the ground up, as shares of all that once hung on the tree.
    public List<Double> bands(double time) {
        double remaining = remaining(time);
        return IntStream.range(0, story.bands())
                .mapToObj(band -> story.share(band, time) * remaining)
                .toList();
    }

    private double inside(double time) {
        if (!(time >= 0 && time <= end)) {
            throw new IllegalArgumentException(
                    "time %s is not from 0 to the end, %s".formatted(time, end));
        }
        return time;
    }
}
