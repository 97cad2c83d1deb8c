package rubicon.simulator.scenario.takeoff;

import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.REALS;
import static rubicon.simulator.scenario.Output.Shape.TEXTS;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `takeoff` answers. A variant leaves undefined what is not its subject.
final class TakeoffOutputs {
    /// Points of a path.
    static final int POINTS = 61;

    private static final String YEARS = "years";

    static final Output TIME =
            Output.one("time", YEARS, REALS, "Times of the path, since the story's start.");
    static final Output PROGRESS =
            Output.along(
                    "time",
                    "progress",
                    "OOM",
                    "Software in orders of magnitude over the start; with training compute in the"
                            + " variant aifm, years of research at the old pace in the two of"
                            + " AI 2027.");
    static final Output GROWTH =
            Output.along("time", "growth", "OOM/year", "How fast progress grows at that time.");
    static final Output AUTOMATION =
            Output.along("time", "automation", "share", "Share of tasks that AI can do.");
    static final Output MULTIPLIER =
            Output.along(
                    "time",
                    "multiplier",
                    "×",
                    "How many times faster research is than by people alone.");
    static final Output CALENDAR_START =
            Output.one(
                            "calendarStart",
                            "year",
                            REAL,
                            "Decimal year of the story's start; undefined where it starts whenever"
                                    + " research is automated.")
                    .from(2020);
    static final Output MILESTONE =
            Output.one("milestone", "1", TEXTS, "Names of what may be reached.");
    static final Output MILESTONE_TIME =
            Output.along(
                    "milestone",
                    "milestoneTime",
                    YEARS,
                    "When it is, since the story's start; infinite if it is not.");
    static final Output FEEDBACK =
            Output.one(
                    "feedback",
                    "1",
                    REAL,
                    "What must be above 1 for growth to feed on itself: r, its part that software"
                            + " closes, or the network's sum.");
    static final Output SINGULAR_TIME =
            Output.one(
                    "singularTime",
                    YEARS,
                    REAL,
                    "When software would be infinite without any ceiling; infinite if never.");
    static final Output AMPLIFICATION =
            Output.one(
                    "amplification",
                    "×",
                    REAL,
                    "How many times stronger or faster all becomes by the loop in the end; infinite"
                            + " if without end.");
    static final Output PACE_12 =
            Output.one(
                    "bestPace12",
                    "×",
                    REAL,
                    "Best pace over twelve months, in years of progress at the recent pace a year.");
    static final Output PACE_4 =
            Output.one("bestPace4", "×", REAL, "Best pace over four months, in the same unit.");
    static final Output EVENT =
            Output.one("event", "1", TEXTS, "Events that the source gives probabilities of.");
    static final Output EVENT_REACHED =
            Output.along("event", "eventReached", "1", "1 if it comes about, 0 if not.");
    static final Output INPUT_LIMIT =
            Output.one(
                    "inputLimit",
                    "×",
                    REAL,
                    "How many times over research counts with infinitely many researchers on"
                            + " today's compute.");
    static final Output UNIFORM_THRESHOLD =
            Output.one(
                    "uniformThreshold",
                    "share",
                    REAL,
                    "Share automated everywhere from which on growth explodes.");
    static final Output TECHNICAL_THRESHOLD =
            Output.one(
                    "softwareHardwareThreshold",
                    "share",
                    REAL,
                    "The same with software and hardware research alone.");

    static final List<Output> ALL =
            List.of(
                    TIME,
                    PROGRESS,
                    GROWTH,
                    AUTOMATION,
                    MULTIPLIER,
                    CALENDAR_START,
                    MILESTONE,
                    MILESTONE_TIME,
                    FEEDBACK,
                    SINGULAR_TIME,
                    AMPLIFICATION,
                    PACE_12,
                    PACE_4,
                    EVENT,
                    EVENT_REACHED,
                    INPUT_LIMIT,
                    UNIFORM_THRESHOLD,
                    TECHNICAL_THRESHOLD);

    private TakeoffOutputs() {}
}
