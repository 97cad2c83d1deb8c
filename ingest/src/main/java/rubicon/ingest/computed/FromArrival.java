package rubicon.ingest.computed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.arrival.Anchor;
import rubicon.model.arrival.PiecewiseHazard;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;

/// A published judgement of when AI research does without people, as what has not happened since
/// moves it: at the beginning of each month. Pure.
///
/// @see "J. Clark, Import AI 455, 4 May 2026: 30 % by the end of 2027, 60 % by the end of 2028"
/// @see "docs/methods/arrival.md"
final class FromArrival {
    static final IndicatorId BY_2027 = new IndicatorId("arrival-probability-2027");
    static final IndicatorId BY_2028 = new IndicatorId("arrival-probability-2028");

    private static final LocalDate STATED = LocalDate.of(2026, 5, 4);
    private static final Anchor END_OF_2027 = new Anchor(LocalDate.of(2027, 12, 31), 0.3);
    private static final Anchor END_OF_2028 = new Anchor(LocalDate.of(2028, 12, 31), 0.6);
    private static final PiecewiseHazard JUDGED =
            PiecewiseHazard.through(STATED, List.of(END_OF_2027, END_OF_2028));

    private FromArrival() {}

    /// Whether an entry of the chronicle tells the judgement; the one for 2028 comes with it.
    static boolean isJudgement(ChroniclePayload entry) {
        return entry instanceof ForecastEntryPayload it
                && "import-ai".equals(it.source())
                && "clark-2027".equals(it.id());
    }

    /// The chances by the end of 2027.
    ///
    /// @param now the last month
    static List<Point> by2027(YearMonth now) {
        return chances(BY_2027, END_OF_2027.by(), now);
    }

    /// The chances by the end of 2028.
    static List<Point> by2028(YearMonth now) {
        return chances(BY_2028, END_OF_2028.by(), now);
    }

    private static List<Point> chances(IndicatorId indicator, LocalDate by, YearMonth now) {
        List<Point> points = new ArrayList<>();
        for (YearMonth month = YearMonth.from(STATED).plusMonths(1);
                !month.isAfter(now) && month.atDay(1).isBefore(by);
                month = month.plusMonths(1)) {
            points.add(
                    Point.ofMonth(
                            indicator,
                            month.toString(),
                            "AI research without people by " + by,
                            month,
                            given(by, month.atDay(1)),
                            "constant hazards through the judgement's two dates; not by "
                                    + month.atDay(1)));
        }
        return points;
    }

    /// The chance by a date, given that it has not come by another.
    static double given(LocalDate by, LocalDate silentUntil) {
        double silent = 1 - JUDGED.by(silentUntil);
        return (JUDGED.by(by) - JUDGED.by(silentUntil)) / silent;
    }
}
