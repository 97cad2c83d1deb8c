package rubicon.simulator.scenario.takeoff;

import java.util.List;
import java.util.Optional;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;

/// Runs of one story: what is drawn goes to its place, what is asked for is fetched from its own.
final class StorySampler implements Sampler {
    private static final double[] UNDEFINED = {Double.NaN};

    private final Story story;
    private final double[] given;
    private final double[][] to;
    private final int[] place;
    private final boolean[] whole;
    private final double[][] from;
    private final int[] item;

    StorySampler(Assignment base, List<Slot> drawn, List<Series> series) {
        story = Story.of(base);
        given = Numbers.of(base);
        to = new double[drawn.size()][];
        place = new int[drawn.size()];
        whole = new boolean[drawn.size()];
        for (int i = 0; i < drawn.size(); i++) {
            aim(i, drawn.get(i));
        }
        from = new double[series.size()][];
        item = new int[series.size()];
        for (int i = 0; i < series.size(); i++) {
            Optional<double[]> numbers = story.numbers(series.get(i).output());
            from[i] = numbers.orElse(UNDEFINED);
            item[i] = numbers.isPresent() ? Math.max(0, series.get(i).item()) : 0;
        }
    }

    private void aim(int slot, Slot drawn) {
        if (drawn.cell().isPresent()) {
            Slot.Cell cell = drawn.cell().get();
            // What the chosen variant does not read is drawn and put aside.
            Optional<double[]> cells = story.cells(cell.column());
            to[slot] = cells.orElseGet(() -> new double[1]);
            place[slot] = cells.isPresent() ? cell.row() : 0;
        } else {
            to[slot] = given;
            place[slot] = Numbers.place(drawn.parameter());
            whole[slot] = Numbers.isWhole(place[slot]);
        }
    }

    @Override
    public void run(double[] inputs, double[] outputs) {
        for (int i = 0; i < to.length; i++) {
            to[i][place[i]] = whole[i] ? (long) inputs[i] : inputs[i];
        }
        story.sample(given);
        for (int i = 0; i < from.length; i++) {
            outputs[i] = from[i][item[i]];
        }
    }

    @Override
    public void run(double[][] inputs, int first, int count, double[][] outputs) {
        for (int run = 0; run < count; run++) {
            for (int i = 0; i < to.length; i++) {
                double drawn = inputs[i][first + run];
                to[i][place[i]] = whole[i] ? (long) drawn : drawn;
            }
            story.sample(given);
            for (int i = 0; i < from.length; i++) {
                outputs[i][run] = from[i][item[i]];
            }
        }
    }
}
