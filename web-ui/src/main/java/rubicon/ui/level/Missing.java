package rubicon.ui.level;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.ViewPayload;
import rubicon.model.wire.ViewPayload.MissingPayload;
import rubicon.ui.indicator.DataState;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Parts;

/// What of a level no public source tells: indicators that are declared without one, and what there
/// is not even an indicator for.
final class Missing extends Div {
    Missing(ViewPayload level, List<IndicatorPayload> indicators, Held held) {
        addClassName("missing");
        setTestId("no-public-source");
        List<IndicatorPayload> nothing = held.in(DataState.NOTHING_PUBLIC, indicators);
        List<IndicatorPayload> single = held.in(DataState.ONE_FIGURE, indicators);
        if (nothing.isEmpty() && single.isEmpty()) {
            add(new Paragraph("Every indicator of this level has a source."));
        }
        add(sentence("No public source, and no value held: ", nothing));
        add(sentence("No public source, only one figure that was quoted: ", single));
        List<MissingPayload> missing = level.missing() == null ? List.of() : level.missing();
        if (!missing.isEmpty()) {
            Paragraph head = new Paragraph("Would be needed, and no source is held");
            head.addClassName("missing-head");
            add(head, list(missing));
        }
    }

    /// Which of the level's indicators have no public source, by name.
    private static Paragraph sentence(String words, List<IndicatorPayload> indicators) {
        Paragraph sentence = new Paragraph(words);
        sentence.setVisible(!indicators.isEmpty());
        named(sentence, indicators);
        sentence.add(new Text("."));
        return sentence;
    }

    private static void named(Paragraph sentence, List<IndicatorPayload> indicators) {
        for (int i = 0; i < indicators.size(); i++) {
            if (i > 0) {
                sentence.add(new Text(", "));
            }
            sentence.add(link(indicators.get(i)));
        }
    }

    private static Component link(IndicatorPayload indicator) {
        String id = String.valueOf(indicator.id());
        return Parts.link(
                IndicatorNavigation.indicator(id),
                indicator.title() == null ? id : indicator.title());
    }

    private static UnorderedList list(List<MissingPayload> missing) {
        UnorderedList list = new UnorderedList();
        list.addClassName("missing-list");
        for (MissingPayload it : missing) {
            Span what = new Span(String.valueOf(it.what()));
            what.addClassName("missing-what");
            Span why = new Span(String.valueOf(it.why()));
            why.addClassName("missing-why");
            list.add(new ListItem(what, why));
        }
        return list;
    }
}
