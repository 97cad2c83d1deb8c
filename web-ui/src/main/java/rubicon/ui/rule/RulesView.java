package rubicon.ui.rule;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.RulePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// Every rule with the reason that it is there for, before it ever raises an alert.
@Route("rules")
@PageTitle("Rules · Rubicon")
public final class RulesView extends Div {
    private final Page page =
            new Page("Rules", "What raises an alert, at which threshold, and why it is watched.");
    private final Div families = new Div();
    private final Refresh<Answer<List<RulePayload>>> refresh;

    RulesView(IngestClient ingest) {
        this.refresh = new Refresh<>(this, ingest::rules, Answer::mayComeLater, this::loaded);
        page.setTestId("rules-page");
        Panel waiting = new Panel("Rules");
        waiting.showEmpty("Loading the rules …");
        families.add(waiting);
        page.add(families);
        add(page);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(Answer<List<RulePayload>> answer) {
        switch (answer) {
            case Answer.Ok<List<RulePayload>>(var rules) -> {
                page.notices(List.of());
                families.removeAll();
                RuleFamily.of(rules).forEach(it -> families.add(panel(it)));
                if (rules.isEmpty()) {
                    Panel none = new Panel("Rules");
                    none.showEmpty("There is none.");
                    families.add(none);
                }
            }
            case Answer.Failed<List<RulePayload>>(Failure failure) ->
                    page.notices(List.of(Notice.retrying(failure.message())));
        }
    }

    private static Panel panel(RuleFamily family) {
        Paragraph why =
                new Paragraph(family.why().isEmpty() ? "No reason is given." : family.why());
        why.setTestId("rule-why");
        String name = family.name();
        Panel panel = new Panel(name, why, table(name, family)).withCount(family.rules().size());
        panel.setTestId("rule-family");
        return panel;
    }

    private static DataTable table(String name, RuleFamily family) {
        DataTable table =
                new DataTable(
                        name,
                        DataTable.Column.text("Rule"),
                        DataTable.Column.text("Indicator"),
                        DataTable.Column.text("Asks"),
                        DataTable.Column.text("Thresholds"));
        for (RulePayload rule : family.rules()) {
            String indicator = String.valueOf(rule.indicator());
            table.row(
                            Parts.stacked(String.valueOf(rule.title()), rule.id() + state(rule)),
                            Parts.link(IndicatorNavigation.indicator(indicator), indicator),
                            new Span(RuleWords.condition(rule)),
                            thresholds(rule))
                    .setTestId("rule-row");
        }
        return table;
    }

    private static String state(RulePayload rule) {
        return Boolean.FALSE.equals(rule.enabled()) ? ", paused" : "";
    }

    private static Component thresholds(RulePayload rule) {
        return new Span(
                rule.severities() == null
                        ? Formats.UNKNOWN
                        : rule.severities().stream()
                                .map(it -> Formats.words(it.name()) + " " + fire(it.fire()))
                                .collect(Collectors.joining(", ")));
    }

    private static String fire(@Nullable Double fire) {
        return fire == null ? Formats.UNKNOWN : Formats.line(fire, "");
    }
}
