package rubicon.ui.discrepancy;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.DiscrepancyPayload.StatementPayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// Documented discrepancies: what each side says, what holding it against the other shows, and what
/// is done about it.
final class DocumentedList extends Div {
    private static final Map<String, String> KINDS =
            Map.of(
                    "ARITHMETIC", "does not add up",
                    "RESTATEMENT", "restated",
                    "SCORING", "two scoring rules",
                    "VARIANT", "two variants",
                    "CITATION", "quoted otherwise",
                    "COUNT", "counted otherwise");

    DocumentedList(List<DiscrepancyPayload> entries) {
        addClassName("documented-list");
        entries.forEach(it -> add(entry(it)));
    }

    /// A kind in words.
    static String kind(@Nullable String kind) {
        return Optional.ofNullable(kind).map(KINDS::get).orElseGet(() -> Formats.words(kind));
    }

    private static Article entry(DiscrepancyPayload it) {
        Article entry = new Article();
        entry.addClassName("documented");
        entry.setTestId("documented");
        H3 title = new H3(String.valueOf(it.title()));
        title.setId("discrepancy-" + it.id());
        entry.getElement().setAttribute("aria-labelledby", "discrepancy-" + it.id());
        Span checked = new Span();
        if (it.checked() != null) {
            checked.setText("checked " + Formats.date(it.checked()));
            checked.addClassName("detail");
        }
        Div head = new Div(title, new Badge(kind(it.kind()), Badge.Tone.NEUTRAL), checked);
        head.addClassName("documented-head");
        Div body = new Div(statements(it), words(it));
        body.addClassName("documented-body");
        entry.add(head, body);
        return entry;
    }

    private static UnorderedList statements(DiscrepancyPayload it) {
        UnorderedList list = new UnorderedList();
        list.addClassName("statements");
        List<StatementPayload> said = it.statements() == null ? List.of() : it.statements();
        for (StatementPayload each : said) {
            Span value = new Span(Formats.unbroken(String.valueOf(each.value())));
            value.addClassName("statement-value");
            Span who = new Span(each.who() + ": " + each.says());
            Span source = new Span();
            source.addClassName("detail");
            source.add(
                    each.evidence() == null
                            ? new Span(String.valueOf(each.source()))
                            : Parts.external(each.evidence(), String.valueOf(each.source())));
            Div text = new Div(who, source);
            text.addClassName("stacked");
            list.add(new ListItem(value, text));
        }
        return list;
    }

    private static Div words(DiscrepancyPayload it) {
        Div words = new Div();
        words.addClassName("documented-words");
        words.add(new Paragraph(String.valueOf(it.finding())));
        Facts facts = new Facts().with("What Rubicon does", String.valueOf(it.treatment()));
        if (it.indicators() != null && !it.indicators().isEmpty()) {
            Div links = new Div();
            links.addClassName("ways");
            it.indicators()
                    .forEach(id -> links.add(Parts.link(IndicatorNavigation.indicator(id), id)));
            facts.with("Bears on", links);
        }
        words.add(facts);
        return words;
    }
}
