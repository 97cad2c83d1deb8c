package rubicon.ui.forecast;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.ResolutionPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.chronicle.ForecastStatus;
import rubicon.ui.chronicle.ForecastWords;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// Forecasts in rows: who said what and when, and beside it, live, what the indicator shows.
final class ForecastTable extends Composite<DataTable> {
    private final ForecastsData data;
    private final IndicatorFeed feed;
    private final LocalDate today;
    private final String caption;

    /// @param today in UTC
    ForecastTable(String caption, ForecastsData data, IndicatorFeed feed, LocalDate today) {
        this.data = data;
        this.feed = feed;
        this.today = today;
        this.caption = caption;
    }

    @Override
    protected DataTable initContent() {
        DataTable table =
                new DataTable(
                        caption,
                        DataTable.Column.text("Who expects what"),
                        DataTable.Column.text("Said"),
                        DataTable.Column.text("Made"),
                        DataTable.Column.text("Due"),
                        DataTable.Column.text("Status"),
                        DataTable.Column.text("The indicator now"));
        table.addClassName("forecasts");
        return table;
    }

    void row(ForecastEntryPayload it) {
        String id = Entries.text(it.indicator());
        IndicatorPayload indicator = id.isEmpty() ? null : data.indicator(id);
        String unit = indicator == null ? "" : Entries.text(indicator.unit());
        ForecastWords said = ForecastWords.said(it, unit);
        var row =
                getContent()
                        .row(
                                question(it),
                                Parts.stacked(said.main(), said.detail()),
                                days(ForecastWords.made(it)),
                                days(ForecastWords.due(it)),
                                status(it),
                                id.isEmpty() ? none() : beside(it, id, indicator));
        row.setTestId("forecast");
        row.getElement().setAttribute("data-forecast", Entries.text(it.id()));
    }

    /// A day stays on one line; two may stand below each other.
    private static Span days(String text) {
        return new Span(text.replace(' ', '\u00a0').replace("\u00a0to\u00a0", " to\u00a0"));
    }

    private static Div question(ForecastEntryPayload it) {
        Span who = new Span(Entries.text(it.who()));
        who.addClassName("forecast-who");
        Paragraph what = new Paragraph(Entries.text(it.what()));
        what.addClassName("forecast-what");
        Div question = new Div(who, what);
        String note = Entries.text(it.note());
        if (!note.isEmpty()) {
            Paragraph remark = new Paragraph(note);
            remark.addClassName("remark");
            question.add(remark);
        }
        question.add(Entries.source(it.citation(), it.locator(), it.evidence()));
        return question;
    }

    private Div status(ForecastEntryPayload it) {
        Div status = new Div(ForecastStatus.of(it, today).badge());
        status.addClassNames("stacked", "forecast-status");
        ResolutionPayload resolution = it.resolution();
        if (resolution != null) {
            status.add(small(resolved(it, resolution)));
            if (!Entries.text(resolution.note()).isEmpty()) {
                status.add(small(Entries.text(resolution.note())));
            }
            status.add(Entries.source(resolution.citation(), null, resolution.evidence()));
        }
        return status;
    }

    private String resolved(ForecastEntryPayload it, ResolutionPayload resolution) {
        IndicatorPayload indicator = it.indicator() == null ? null : data.indicator(it.indicator());
        String unit = it.unit() != null ? it.unit() : unit(indicator);
        String outcome =
                resolution.value() != null
                        ? ": " + ForecastWords.number(resolution.value(), unit)
                        : resolution.date() != null ? ": " + Formats.date(resolution.date()) : "";
        return "said "
                + (resolution.on() == null ? Formats.UNKNOWN : Formats.date(resolution.on()))
                + outcome;
    }

    private static String unit(@Nullable IndicatorPayload indicator) {
        return indicator == null ? "" : Entries.text(indicator.unit());
    }

    private Component beside(
            ForecastEntryPayload it, String id, @Nullable IndicatorPayload indicator) {
        Div now = new Div();
        now.addClassName("stacked");
        now.setTestId("beside-" + Entries.text(it.id()));
        Div cell =
                new Div(
                        now,
                        indicator == null
                                ? Parts.code(id)
                                : Parts.link(
                                        IndicatorNavigation.indicator(id),
                                        Optional.ofNullable(indicator.title()).orElse(id)));
        cell.addClassNames("stacked", "beside");
        Signal<Optional<IndicatorStatePayload>> live = feed.state(id);
        Signal.effect(
                now,
                () -> {
                    Beside shown = Beside.of(it, indicator, live.get().orElse(null), today);
                    now.removeAll();
                    Span main = new Span(shown.main());
                    main.addClassName("value");
                    now.add(main);
                    shown.details().forEach(detail -> now.add(small(detail)));
                });
        return cell;
    }

    private static Component none() {
        return small("no indicator shows it");
    }

    private static Span small(String text) {
        Span small = new Span(text);
        small.addClassName("detail");
        return small;
    }
}
