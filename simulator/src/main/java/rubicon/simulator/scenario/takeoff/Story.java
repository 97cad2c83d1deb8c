package rubicon.simulator.scenario.takeoff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Value;

/// What a variant answers, told anew for one run after another. All that it writes on is made once:
/// a run allocates nothing. For one thread at a time.
abstract class Story {
    private final Variant variant;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Value> words = new LinkedHashMap<>();

    /// Numbers that are told.
    private static final class Told {
        private final Output output;

        /// Of a list its items, else one.
        private final double[] numbers;

        /// Whether they stand even where values contradict each other.
        private final boolean always;

        Told(Output output, double[] numbers, boolean always) {
            this.output = output;
            this.numbers = numbers;
            this.always = always;
        }

        Value value() {
            return output.shape() == Output.Shape.REAL
                    ? new Value.Real(numbers[0])
                    : Value.Reals.of(numbers);
        }
    }

    Story(Variant variant) {
        this.variant = variant;
    }

    /// The variant that is chosen, with what of the values is no number. Nothing is told yet.
    static Story of(Assignment given) {
        return switch (Variant.of(given.text(Terms.VARIANT))) {
            case SIE -> new ExplosionStory(given);
            case CES -> new BottleneckStory();
            case BALANCED_GROWTH -> new BalancedStory();
            case LOOP -> new LoopStory();
            case NETWORK -> new NetworkStory();
            case KWA -> new LogisticStory();
            case AI2027_TAKEOFF -> new PhasesStory();
            case AI2027_TIMELINE -> new TimelineStory();
            case TASK -> new TaskStory();
            case AIFM -> new ProgressStory(given);
        };
    }

    /// One run.
    ///
    /// @param given as [Numbers] places them
    /// @return whether the values go together; if not, [#objection] says why
    abstract boolean run(double[] given);

    /// What is wrong with the values of the last run, where they contradict each other.
    String objection() {
        throw new IllegalStateException(variant.text() + " has no objections");
    }

    /// The cells of a table's column, one by one, as the next run reads them; empty where it reads
    /// no such table.
    Optional<double[]> cells(String column) {
        return Optional.empty();
    }

    /// Place for a number that runs tell.
    final double[] one(Output output) {
        return numbers(output, 1, false);
    }

    /// Place for a list of them.
    final double[] list(Output output, int size) {
        return numbers(output, size, false);
    }

    /// Place for numbers that stand even where the values contradict each other.
    final double[] always(Output output, int size) {
        return numbers(output, size, true);
    }

    private double[] numbers(Output output, int size, boolean always) {
        double[] numbers = new double[size];
        told.add(new Told(output, numbers, always));
        return numbers;
    }

    /// Words that are the same in every run.
    final void say(Output output, List<String> texts) {
        words.put(output.name(), new Value.Texts(texts));
    }

    /// The path's axis.
    final Grid grid() {
        return new Grid(always(TakeoffOutputs.TIME, TakeoffOutputs.POINTS));
    }

    /// Milestones, and place for the years at which they are reached.
    final double[] milestones(String... names) {
        say(TakeoffOutputs.MILESTONE, List.of(names));
        return list(TakeoffOutputs.MILESTONE_TIME, names.length);
    }

    /// One run of many: [#run], where it gives no number NaN instead.
    final void sample(double[] given) {
        if (!run(given)) {
            for (int i = 0; i < told.size(); i++) {
                if (!told.get(i).always) {
                    Arrays.fill(told.get(i).numbers, Double.NaN);
                }
            }
        }
    }

    /// Where runs write the numbers of an output; empty if this variant does not answer it.
    final Optional<double[]> numbers(Output output) {
        return told.stream()
                .filter(it -> it.output.name().equals(output.name()))
                .map(it -> it.numbers)
                .findFirst();
    }

    /// All outputs of one run in their order; what is not told is undefined.
    final Map<String, Value> outputs(double[] given) {
        boolean right = run(given);
        String reason =
                right
                        ? "is no answer of the variant " + variant.text()
                        : "is undefined: " + objection();
        Map<String, Value> values = new LinkedHashMap<>(words);
        for (Told one : told) {
            if (right || one.always) {
                values.put(one.output.name(), one.value());
            }
        }
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (Output output : TakeoffOutputs.ALL) {
            outputs.put(
                    output.name(), values.getOrDefault(output.name(), new Value.Undefined(reason)));
        }
        return Collections.unmodifiableMap(outputs);
    }

    /// Equal steps from 0 to a length in years.
    static final class Grid {
        private static final int YEARS = Numbers.place(Terms.PATH_YEARS);

        /// The path's times.
        final double[] times;

        private double length = Double.NaN;

        private Grid(double[] times) {
            this.times = times;
        }

        /// As long as the values want it.
        void span(double[] given) {
            stretch(given[YEARS]);
        }

        /// So many years long.
        void stretch(double years) {
            if (years != length) {
                for (int i = 0; i < times.length; i++) {
                    times[i] = years * i / (times.length - 1);
                }
                length = years;
            }
        }

        int size() {
            return times.length;
        }
    }
}
