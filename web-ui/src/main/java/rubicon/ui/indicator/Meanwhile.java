package rubicon.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.ui.chart.ChartModel;
import rubicon.ui.chart.Marks;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.chronicle.ForecastStatus;
import rubicon.ui.chronicle.ForecastWords;
import rubicon.ui.chronicle.MilestoneItem;
import rubicon.ui.chronicle.Passing;
import rubicon.ui.chronicle.PolicyWords;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SubjectNames;

/// The twin of a chart's annotations: all that is marked there in words, with its sign, its source
/// and its evidence, and what has no place on the chart.
final class Meanwhile extends Composite<Panel> {
    private final String id;
    private Shown shown = new Shown(Told.NOTHING, List.of(), LocalDate.MIN, "");
    private boolean wanted = true;
    private boolean empty = true;

    /// What is shown, to show it again only when it changed.
    private record Shown(Told told, List<String> signs, LocalDate today, String lines) {}

    Meanwhile(String id) {
        this.id = id;
        getContent().setVisible(false);
    }

    @Override
    protected Panel initContent() {
        Panel panel = new Panel("What happened meanwhile");
        panel.setTestId("meanwhile");
        panel.addClassName("meanwhile");
        return panel;
    }

    /// Whether the open tab has room for it.
    void want(boolean now) {
        wanted = now;
        getContent().setVisible(wanted && !empty);
    }

    /// @param today in UTC
    /// @param names of those whose values are shown
    void show(
            Told told,
            ChartModel model,
            IndicatorStatePayload state,
            SubjectNames names,
            LocalDate today) {
        Marks marks = Marks.of(model);
        List<Passing.Words> passings =
                told.lines().stream().map(it -> passing(it, state, names)).toList();
        Shown next =
                new Shown(
                        told,
                        told.milestones().stream()
                                .map(it -> marks.sign(Entries.key(it.milestone())))
                                .toList(),
                        today,
                        passings.toString());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        List<Component> content = new ArrayList<>();
        if (!told.lines().isEmpty()) {
            content.add(heading("Policy thresholds", "thresholds", "All thresholds"));
            content.add(lines(told, passings, model.unit()));
        }
        if (!told.forecasts().isEmpty()) {
            content.add(heading("Forecasts by people", "forecasts", "All forecasts"));
            content.add(forecasts(told, marks, model.unit(), today));
        }
        if (!told.milestones().isEmpty()) {
            String address = Addresses.of("milestones", java.util.Map.of("indicator", id));
            content.add(heading("Milestones", address, "On a page of their own"));
            content.add(milestones(told, marks));
        }
        empty = content.isEmpty();
        want(wanted);
        getContent().show(content.toArray(Component[]::new));
    }

    private static Passing.Words passing(
            Told.PolicyLine it, IndicatorStatePayload state, SubjectNames names) {
        double value = it.line().value() == null ? 0 : it.line().value();
        return Passing.of(state, it.line().op(), value).words(state.unit(), names);
    }

    private static Div heading(String text, String address, String link) {
        Div heading = new Div(new H3(text), Parts.link(address, link));
        heading.addClassName("section-head");
        return heading;
    }

    private static UnorderedList milestones(Told told, Marks marks) {
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "timeline");
        for (Told.Marked it : told.milestones().reversed()) {
            MilestoneItem item =
                    new MilestoneItem(it.milestone(), marks.sign(Entries.key(it.milestone())));
            item.addClassName(it.layer() == Layer.CATEGORIES ? "related" : "own");
            list.add(item);
        }
        return list;
    }

    private static UnorderedList lines(Told told, List<Passing.Words> passings, String unit) {
        UnorderedList list = list();
        for (int i = 0; i < told.lines().size(); i++) {
            Told.PolicyLine it = told.lines().get(i);
            PolicyThresholdPayload threshold = it.threshold();
            String note = Entries.text(it.line().note());
            Div main =
                    Parts.stacked(
                            Entries.text(threshold.issuer())
                                    + ": "
                                    + Entries.text(threshold.level()),
                            PolicyWords.framework(threshold));
            if (!note.isEmpty()) {
                main.add(remark(note));
            }
            main.add(
                    Entries.source(
                            threshold.citation(), threshold.locator(), threshold.evidence()));
            Passing.Words words = passings.get(i);
            list.add(
                    row(
                            "meanwhile-line",
                            figure(PolicyWords.line(it.line(), unit)),
                            main,
                            PolicyWords.status(threshold),
                            Parts.stacked(words.main(), words.detail())));
        }
        return list;
    }

    private static UnorderedList forecasts(Told told, Marks marks, String unit, LocalDate today) {
        UnorderedList list = list();
        for (ForecastEntryPayload it : told.forecasts()) {
            ForecastWords said = ForecastWords.said(it, unit);
            Div main = Parts.stacked(Entries.text(it.who()), Entries.text(it.what()));
            main.addClassName("worded");
            String note = Entries.text(it.note());
            if (!note.isEmpty()) {
                main.add(remark(note));
            }
            main.add(Entries.source(it.citation(), it.locator(), it.evidence()));
            Badge status = ForecastStatus.of(it, today).badge();
            list.add(
                    row(
                            "meanwhile-forecast",
                            sign(marks.sign(Entries.key(it))),
                            main,
                            status,
                            Parts.stacked(
                                    said.main(),
                                    said.detail() + "; due: " + ForecastWords.due(it))));
        }
        return list;
    }

    private static UnorderedList list() {
        UnorderedList list = new UnorderedList();
        list.addClassNames("plain-list", "told");
        return list;
    }

    private static com.vaadin.flow.component.html.ListItem row(String testId, Component... cells) {
        var row = new com.vaadin.flow.component.html.ListItem(cells);
        row.addClassName("told-row");
        row.setTestId(testId);
        return row;
    }

    private static Span figure(String text) {
        Span figure = new Span(text);
        figure.addClassName("told-figure");
        return figure;
    }

    private static Span sign(String sign) {
        Span shown = new Span(sign);
        shown.addClassName("told-sign");
        if (!sign.isEmpty()) {
            shown.setTitle("Mark " + sign + " on the chart");
        }
        return shown;
    }

    private static Paragraph remark(String text) {
        Paragraph remark = new Paragraph(text);
        remark.addClassName("remark");
        return remark;
    }
}
