package rubicon.ui.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.IntervalPayload;
import rubicon.model.wire.ForecastEntryPayload.QuantilePayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.chart.Annotations;
import rubicon.ui.chart.Annotations.Amount;
import rubicon.ui.chart.Annotations.Expected;
import rubicon.ui.chart.Annotations.Flag;
import rubicon.ui.chart.Annotations.Moment;
import rubicon.ui.chart.Annotations.Note;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.chronicle.ForecastWords;
import rubicon.ui.chronicle.MilestoneWords;
import rubicon.ui.chronicle.PolicyWords;

/// Turns what is told into what a chart can show. A forecast has a place on the chart when it names
/// days, or numbers of the indicator's own unit for a day; the others are only listed.
final class TellingMarks {
    private TellingMarks() {}

    /// @param unit of the indicator
    static Annotations of(Told told, String unit) {
        return new Annotations(
                told.milestones().stream().map(it -> flag(it.milestone())).toList(),
                told.lines().stream().map(TellingMarks::line).toList(),
                told.forecasts().stream().flatMap(it -> expected(it, unit).stream()).toList());
    }

    private static Flag flag(MilestonePayload it) {
        return new Flag(
                Entries.key(it),
                Objects.requireNonNull(it.date()),
                MilestoneWords.isExact(it.precision()),
                new Note(
                        MilestoneWords.date(it) + " · " + Entries.text(it.who()),
                        Entries.text(it.what()),
                        Entries.cited(it.citation(), it.locator())));
    }

    private static Annotations.PolicyLine line(Told.PolicyLine it) {
        return new Annotations.PolicyLine(
                Objects.requireNonNull(it.line().value()),
                PolicyWords.label(it.threshold()),
                it.layer() == Layer.SUPERSEDED);
    }

    private static Optional<Expected> expected(ForecastEntryPayload it, String unit) {
        Note note =
                new Note(
                        Entries.text(it.who()),
                        Entries.text(it.what()) + ": " + ForecastWords.said(it, unit).line(),
                        Entries.cited(it.citation(), it.locator()));
        String key = Entries.key(it);
        IntervalPayload interval = it.interval();
        LocalDate low =
                interval == null
                        ? quantile(it, true).map(QuantilePayload::date).orElse(null)
                        : interval.from();
        LocalDate high =
                interval == null
                        ? quantile(it, false).map(QuantilePayload::date).orElse(null)
                        : interval.to();
        LocalDate middle =
                it.date() == null ? median(it).map(QuantilePayload::date).orElse(null) : it.date();
        if (low != null || middle != null || high != null) {
            return Optional.of(new Moment(key, low, middle, high, note));
        }
        boolean comparable = it.unit() == null || it.unit().equals(unit);
        return comparable && it.due() != null ? amount(it, key, it.due(), note) : Optional.empty();
    }

    private static Optional<Expected> amount(
            ForecastEntryPayload it, String key, LocalDate due, Note note) {
        IntervalPayload interval = it.interval();
        @Nullable Double low =
                interval == null
                        ? quantile(it, true).map(QuantilePayload::value).orElse(null)
                        : interval.low();
        @Nullable Double high =
                interval == null
                        ? quantile(it, false).map(QuantilePayload::value).orElse(null)
                        : interval.high();
        @Nullable Double middle =
                it.value() == null
                        ? median(it).map(QuantilePayload::value).orElse(null)
                        : it.value();
        return low == null && middle == null && high == null
                ? Optional.empty()
                : Optional.of(new Amount(key, due, low, middle, high, note));
    }

    private static Optional<QuantilePayload> median(ForecastEntryPayload it) {
        return quantiles(it).filter(each -> level(each) == 0.5).findFirst();
    }

    /// The outermost quantile below or above the median.
    private static Optional<QuantilePayload> quantile(ForecastEntryPayload it, boolean below) {
        List<QuantilePayload> outer =
                quantiles(it)
                        .filter(each -> below ? level(each) < 0.5 : level(each) > 0.5)
                        .toList();
        return outer.isEmpty()
                ? Optional.empty()
                : Optional.of(below ? outer.getFirst() : outer.getLast());
    }

    private static Stream<QuantilePayload> quantiles(ForecastEntryPayload it) {
        return it.quantiles() == null
                ? Stream.empty()
                : it.quantiles().stream()
                        .filter(each -> each.level() != null)
                        .sorted(java.util.Comparator.comparingDouble(TellingMarks::level));
    }

    private static double level(QuantilePayload each) {
        return each.level() == null ? 0.5 : each.level();
    }
}
