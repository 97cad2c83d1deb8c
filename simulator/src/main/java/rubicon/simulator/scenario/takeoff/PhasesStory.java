package rubicon.simulator.scenario.takeoff;

import rubicon.simulator.scenario.takeoff.ai2027.Gaps;
import rubicon.simulator.scenario.takeoff.ai2027.Phase;

/// The variant `ai2027-takeoff`.
final class PhasesStory extends Story {
    private static final int FROM_START = Numbers.place(CalendarTerms.RESEARCHER_FROM_START);
    private static final int SC_TO_SAR = Numbers.place(CalendarTerms.SC_TO_SAR);
    private static final int MEDIAN_TO_BEST = Numbers.place(CalendarTerms.MEDIAN_TO_BEST);
    private static final int JUMPS = Numbers.place(CalendarTerms.JUMPS);

    private static final int PHASES = Gaps.SPEEDS.size() - 1;
    private static final double LAST_SPEED = Gaps.SPEEDS.getLast();

    private final Phase.Speeds[] speeds = new Phase.Speeds[PHASES];
    private final double[] gaps = new double[PHASES];
    private final double[] lengths = new double[PHASES];
    private final Grid grid = grid();
    private final double[] progress = list(TakeoffOutputs.PROGRESS, grid.size());
    private final double[] growth = list(TakeoffOutputs.GROWTH, grid.size());
    private final double[] multiplier = list(TakeoffOutputs.MULTIPLIER, grid.size());
    private final double[] milestones =
            milestones(
                    "superhuman AI researcher",
                    "superintelligent AI researcher",
                    "artificial superintelligence");

    PhasesStory() {
        super(Variant.AI2027_TAKEOFF);
        for (int phase = 0; phase < PHASES; phase++) {
            speeds[phase] = new Phase.Speeds(Gaps.SPEEDS.get(phase), Gaps.SPEEDS.get(phase + 1));
        }
    }

    @Override
    boolean run(double[] given) {
        gaps[0] = given[FROM_START] == 1 ? 0 : given[SC_TO_SAR];
        gaps[1] = Gaps.sarToSiar(given[MEDIAN_TO_BEST]);
        gaps[2] = Gaps.siarToAsi(given[MEDIAN_TO_BEST], given[JUMPS]);
        double end = 0;
        for (int phase = 0; phase < PHASES; phase++) {
            lengths[phase] = speeds[phase].years(gaps[phase]);
            end += lengths[phase];
            milestones[phase] = end;
        }
        grid.span(given);
        for (int i = 0; i < progress.length; i++) {
            look(i);
        }
        return true;
    }

    private void look(int point) {
        double left = grid.times[point];
        double done = 0;
        for (int phase = 0; phase < PHASES; phase++) {
            if (left < lengths[phase]) {
                double within = speeds[phase].progressAt(gaps[phase], left);
                growth[point] = speeds[phase].speedAt(gaps[phase], within);
                multiplier[point] = growth[point];
                progress[point] = done + within;
                return;
            }
            done += gaps[phase];
            left -= lengths[phase];
        }
        // After the last milestone research goes on at its last speed.
        growth[point] = LAST_SPEED;
        multiplier[point] = LAST_SPEED;
        progress[point] = done + left * LAST_SPEED;
    }
}
