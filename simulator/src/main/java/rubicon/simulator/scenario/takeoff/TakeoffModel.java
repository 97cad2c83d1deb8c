package rubicon.simulator.scenario.takeoff;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Sampler;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Slot;
import rubicon.simulator.scenario.Value;

/// The scenario `takeoff`: ten engines under one name, of which the parameter `variant` chooses
/// one.
public final class TakeoffModel implements ScenarioModel {
    private static final Description DESCRIPTION =
            new Description(
                    new ModelId("takeoff"),
                    "Takeoff",
                    "Once AI does research on AI, does progress explode: how fast, how far, and what"
                            + " stops it?",
                    "2",
                    Stream.of(
                                    Stream.of(Terms.VARIANT, Terms.PATH_YEARS),
                                    SoftwareTerms.all().stream(),
                                    CalendarTerms.all().stream(),
                                    ProgressTerms.all().stream())
                            .flatMap(it -> it)
                            .toList(),
                    TakeoffOutputs.ALL,
                    CalendarTerms.correlations(),
                    List.of(
                            "sie: Tom Davidson & Tom Houlden, How quick and big would a software"
                                    + " intelligence explosion be?, Forethought 2025; repository"
                                    + " thoulden/Accelerated_AI_Progress",
                            "balanced-growth: Tom Houlden's speed-up calculator, 2026",
                            "ces: Parker Whitfill & Cheryl Wu, Will compute bottlenecks prevent an"
                                    + " intelligence explosion?, arXiv 2507.23181",
                            "loop: Erdil, Besiroglu & Ho, Estimating idea production; Anson Ho &"
                                    + " Parker Whitfill, The software intelligence explosion debate"
                                    + " needs experiments, Epoch 2025",
                            "network: Davidson, Halperin, Houlden & Korinek 2026, NBER w35155",
                            "kwa: Thomas Kwa 2026, repository tkwa/ai-takeoff-model",
                            "ai2027-takeoff, ai2027-timeline: AI Futures Project 2025, repository"
                                    + " uvafan/timelines-takeoff-ai-2027, versions of April 2025",
                            "task: Tom Davidson, What a compute-centric framework says about takeoff"
                                    + " speeds, 2023, repository epoch-research/ftm; our small"
                                    + " arrangement of its parts",
                            "aifm: Kokotajlo, Lifland, Halstead & Kastner 2025, repository"
                                    + " brendanhalstead/ai-progress-rates, program of October 2025;"
                                    + " the inputs by year are a coarse course of ours"),
                    List.of(
                            "Each answer is what follows if its assumptions hold: a conditional"
                                    + " scenario, not a forecast.",
                            "With a part of research automated what counts is r·a, not r; the share"
                                    + " a is not known.",
                            "r is badly known: estimates differ by a factor of ten between fields.",
                            "Whether experiments need compute (ρ below 0) is open; the published"
                                    + " estimates have both signs.",
                            "The course of people and compute in aifm is held fixed, though its source"
                                    + " believes that training compute grows by .55 to .65 orders of"
                                    + " magnitude a year and slows between 2026 and 2030 to .15 to"
                                    + " .35: spreads of its milestones are too narrow by that.",
                            "The variants do not agree because they assume different bottlenecks,"
                                    + " not because one is more exact."));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Value> evaluate(Assignment given) {
        return Story.of(given).outputs(Numbers.of(given));
    }

    @Override
    public Sampler sampler(Assignment base, List<Slot> drawn, List<Series> series) {
        return new StorySampler(base, drawn, series);
    }
}
