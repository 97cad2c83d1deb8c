package rubicon.simulator.scenario.arrivalhazard;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.model.arrival.Pool;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Domain.Scale;
import rubicon.simulator.scenario.ModelId;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// The words of the model `arrival-hazard`: what it asks, takes and leaves out.
final class ArrivalDescription {
    private static final String CLARK = "Jack Clark, Import AI 455, 4 May 2026";
    private static final String POOLING =
            "Satopää et al., Combining multiple probability predictions using a simple logit model,"
                    + " 2014";
    private static final Domain DAY =
            new Domain.Day(LocalDate.of(2020, 1, 1), LocalDate.of(2100, 12, 31));
    private static final Domain PROBABILITY = new Domain.Real(0.000001, 0.999999);
    private static final Domain NAME = new Domain.Name(80);

    static final Parameter STATED_ON =
            day(
                    "statedOn",
                    "t₀",
                    "When the probabilities were stated; before it nothing is believed.",
                    LocalDate.of(2026, 5, 4),
                    Origin.SOURCE,
                    CLARK);
    static final Domain.Column BY =
            new Domain.Column("by", "d_j", "date", "By the end of which day.", DAY);
    static final Domain.Column PROBABILITY_BY =
            new Domain.Column(
                    "probability",
                    "p_j",
                    "probability",
                    "That it has happened by then, if it happens at all.",
                    PROBABILITY);
    static final Parameter ANCHORS =
            new Parameter(
                    "anchors",
                    "(d_j, p_j)",
                    "1",
                    "The stated probabilities; they rise in date and in probability.",
                    new Domain.Table(List.of(BY, PROBABILITY_BY), 1, 20),
                    new Value.Table(
                            List.of(
                                    anchor(LocalDate.of(2027, 12, 31), 0.3),
                                    anchor(LocalDate.of(2028, 12, 31), 0.6))),
                    Optional.empty(),
                    Origin.SOURCE,
                    CLARK + ": 30 % by the end of 2027, 60 % by the end of 2028");
    static final Parameter CURE =
            real(
                    "cure",
                    "cure",
                    "probability",
                    "That it never happens, beside the anchors, which speak for the rest.",
                    new Domain.Real(0, 0.99),
                    0,
                    "the essay names none; it says that the paradigm has a flaw if it is not there"
                            + " by then");
    static final Parameter SURVIVED_TO =
            day(
                            "survivedTo",
                            "T",
                            "Nothing had happened by the end of this day.",
                            LocalDate.of(2026, 11, 20),
                            Origin.OURS,
                            "the day to which this version's data reach")
                    .asSetting();
    static final Domain.Column LABEL = new Domain.Column("name", "i", "1", "What was seen.", NAME);
    static final Domain.Column FAMILY =
            new Domain.Column(
                    "family",
                    "f",
                    "1",
                    "Pieces of one family share one weight: they tell the same news.",
                    NAME);
    static final Domain.Column SEEN_ON =
            new Domain.Column(
                    "on",
                    "t_i",
                    "date",
                    "When; what one quarter brings moves the odds by a factor of four at most.",
                    DAY);
    static final Domain.Column RATIO =
            new Domain.Column(
                    "likelihoodRatio",
                    "LR",
                    "1",
                    "How much more likely it is in a fast world than in a slow one.",
                    new Domain.Real(0.001, 1_000, Scale.LOG));
    static final Parameter EVIDENCE =
            new Parameter(
                    "evidence",
                    "LR_i",
                    "1",
                    "What was seen since, each piece with its likelihood ratio.",
                    new Domain.Table(List.of(LABEL, FAMILY, SEEN_ON, RATIO), 0, 200),
                    new Value.Table(List.of()),
                    Optional.empty(),
                    Origin.OURS,
                    "nothing but silence");
    static final Parameter DATES =
            new Parameter(
                            "dates",
                            "d",
                            "date",
                            "Days by the end of which the probability is asked for.",
                            new Domain.Table(List.of(BY), 1, 100),
                            new Value.Table(
                                    List.of(
                                            date(LocalDate.of(2026, 11, 20)),
                                            date(LocalDate.of(2027, 12, 31)),
                                            date(LocalDate.of(2028, 12, 31)))),
                            Optional.empty(),
                            Origin.OURS,
                            "the day known and the two of the essay")
                    .asSetting();
    static final Parameter END =
            day(
                            "end",
                            "d",
                            "End of the curves.",
                            LocalDate.of(2032, 12, 31),
                            Origin.OURS,
                            "four years beyond the last anchor")
                    .asSetting();
    static final Domain.Column WHO = new Domain.Column("who", "k", "1", "Whose opinion.", NAME);
    static final Domain.Column SAYS =
            new Domain.Column(
                    "probability", "p_k", "probability", "Of the same event.", PROBABILITY);
    static final Domain.Column WEIGHT =
            new Domain.Column(
                    "weight", "w_k", "1", "Beside the others.", new Domain.Real(0.001, 1_000));
    static final Parameter OPINIONS =
            new Parameter(
                    "opinions",
                    "p_k",
                    "1",
                    "Several people's probabilities of one event, to be joined.",
                    new Domain.Table(List.of(WHO, SAYS, WEIGHT), 1, 100),
                    new Value.Table(
                            List.of(
                                    opinion("Jack Clark", 0.3),
                                    opinion("a faster one", 0.6),
                                    opinion("a slower one", 0.15))),
                    Optional.empty(),
                    Origin.OURS,
                    "Clark's by the end of 2027 between two made up ones; put real ones there");
    static final Parameter EXTREMIZE =
            new Parameter(
                    "extremize",
                    "e",
                    "1",
                    "By how much independent opinions are moved away from one half; 1 for people"
                            + " who read the same papers.",
                    new Domain.Real(1, 2.5),
                    new Value.Real(Pool.EXTREMIZE),
                    Optional.empty(),
                    Origin.SOURCE,
                    POOLING);
    static final Parameter EVENT_SHAPE =
            real(
                    "eventShape",
                    "a",
                    "events",
                    "Events as it were seen before the count began.",
                    new Domain.Real(0.01, 1_000, Scale.LOG),
                    1,
                    "with b = 2 an event in two years, believed loosely");
    static final Parameter EVENT_TIME =
            real(
                    "eventTime",
                    "b",
                    "years",
                    "In how much time those.",
                    new Domain.Real(0.01, 1_000, Scale.LOG),
                    2,
                    "with a = 1 an event in two years, believed loosely");
    static final Parameter EVENTS =
            real(
                    "events",
                    "n",
                    "events",
                    "Events that were counted, such as statements that a model helped to make"
                            + " itself.",
                    new Domain.Real(0, 10_000),
                    0,
                    "nothing counted");
    static final Parameter EXPOSURE =
            real(
                    "exposure",
                    "T",
                    "years",
                    "Time in which they were counted.",
                    new Domain.Real(0, 1_000),
                    0,
                    "nothing counted");
    static final Parameter AHEAD =
            real(
                            "ahead",
                            "τ",
                            "years",
                            "Time ahead in which one more is asked for.",
                            new Domain.Real(0, 100),
                            1,
                            "a year")
                    .asSetting();

    static final Description DESCRIPTION =
            new Description(
                    new ModelId("arrival-hazard"),
                    "Arrival hazard",
                    "How likely is automated AI R&D by a date, and what do silence and evidence"
                            + " change about it?",
                    "2",
                    List.of(
                            STATED_ON,
                            ANCHORS,
                            CURE,
                            SURVIVED_TO,
                            EVIDENCE,
                            DATES,
                            END,
                            OPINIONS,
                            EXTREMIZE,
                            EVENT_SHAPE,
                            EVENT_TIME,
                            EVENTS,
                            EXPOSURE,
                            AHEAD),
                    ArrivalOutputs.all(),
                    List.of(
                            CLARK + ": the two probabilities",
                            POOLING + ": joining opinions",
                            "Survival analysis as in textbooks; Epstein, A scoring system for"
                                    + " probability forecasts of ranked categories, 1969",
                            "That evidence multiplies all later hazards, and its cap per quarter,"
                                    + " are this project's choice"),
                    List.of(
                            "What counts as the arrival must be told by whoever asks, and a person"
                                    + " resolves it.",
                            "Between and beyond the anchors the shape decides, and nobody stated"
                                    + " it: the two shapes are shown side by side.",
                            "Likelihood ratios are judgements; indicators that move together are"
                                    + " one piece of news, whatever the weights say.",
                            "Evidence speaks of how soon, not of whether: it leaves the mass on"
                                    + " never to silence alone.",
                            "Opinions of people who read each other are not independent, and"
                                    + " extremizing them is wrong."));

    private ArrivalDescription() {}

    private static Map<String, Value> anchor(LocalDate by, double probability) {
        return Map.of(
                BY.name(), new Value.Day(by),
                PROBABILITY_BY.name(), new Value.Real(probability));
    }

    private static Map<String, Value> date(LocalDate by) {
        return Map.of(BY.name(), new Value.Day(by));
    }

    private static Map<String, Value> opinion(String who, double probability) {
        return Map.of(
                WHO.name(), new Value.Text(who),
                SAYS.name(), new Value.Real(probability),
                WEIGHT.name(), new Value.Real(1));
    }

    private static Parameter real(
            String name,
            String symbol,
            String unit,
            String meaning,
            Domain domain,
            double byDefault,
            String reason) {
        return new Parameter(
                name,
                symbol,
                unit,
                meaning,
                domain,
                new Value.Real(byDefault),
                Optional.empty(),
                Origin.OURS,
                reason);
    }

    private static Parameter day(
            String name,
            String symbol,
            String meaning,
            LocalDate byDefault,
            Origin origin,
            String source) {
        return new Parameter(
                name,
                symbol,
                "date",
                meaning,
                DAY,
                new Value.Day(byDefault),
                Optional.empty(),
                origin,
                source);
    }
}
