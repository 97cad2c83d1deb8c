package rubicon.ingest.computed;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.computed.TwelveMonths;
import rubicon.model.computed.TwelveMonths.Happened;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.MilestonePayload;

/// Counts of milestones within twelve months. Pure.
final class FromMilestones {
    static final IndicatorId CLAIMS = new IndicatorId("self-improvement-claims-12m");
    static final IndicatorId RETIRED = new IndicatorId("ai-rd-evals-retired-12m");

    private FromMilestones() {}

    /// How many milestones of the kind `LAB_CLAIM` there are.
    static List<Point> claims(
            Collection<EntryHistory<ChroniclePayload>> milestones, YearMonth now) {
        return points(
                CLAIMS,
                happened(
                        milestones, it -> MilestoneKind.LAB_CLAIM.name().equals(it.kind()) ? 1 : 0),
                now,
                "milestones of kind LAB_CLAIM");
    }

    /// How many evaluations are named as `retired` by milestones.
    static List<Point> retired(
            Collection<EntryHistory<ChroniclePayload>> milestones, YearMonth now) {
        return points(
                RETIRED,
                happened(milestones, it -> it.retired() == null ? 0 : it.retired().size()),
                now,
                "evaluations that milestones call retired");
    }

    private static List<Happened> happened(
            Collection<EntryHistory<ChroniclePayload>> milestones,
            ToIntFunction<MilestonePayload> times) {
        List<Happened> happened = new ArrayList<>();
        for (EntryHistory<ChroniclePayload> each : milestones) {
            if (each.standing().orElseThrow().statement().content() instanceof MilestonePayload it
                    && !Boolean.TRUE.equals(it.withdrawn())
                    && it.date() != null
                    && times.applyAsInt(it) > 0) {
                Precision precision =
                        it.precision() == null ? Precision.DAY : Precision.valueOf(it.precision());
                // Of a year or a quarter it is known that it had happened by its end.
                YearMonth month =
                        YearMonth.from(new ObservedOn(it.date(), precision).end().minusDays(1));
                happened.add(new Happened(month, times.applyAsInt(it)));
            }
        }
        return happened;
    }

    private static List<Point> points(
            IndicatorId id, List<Happened> happened, YearMonth now, String what) {
        List<Point> points = new ArrayList<>();
        TwelveMonths.sums(happened, now)
                .forEach((month, sum) ->
                        points.add(
                                Point.ofMonth(
                                        id,
                                        month.toString(),
                                        "All developers",
                                        month,
                                        sum,
                                        "%s, %s to %s"
                                                .formatted(what, month.minusMonths(11), month))));
        return points;
    }
}
