package rubicon.ui.level;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.ViewPayload;
import rubicon.model.wire.ViewPayload.MissingPayload;
import rubicon.ui.indicator.DataState;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Parts;

/// What of a level is not told: indicators that are declared without a public source, those that
/// are not computed or not read in yet, and what there is not even an indicator for.
final class Missing extends Div {
    Missing(ViewPayload level, List<IndicatorPayload> indicators, Held held) {
        addClassName("missing");
        setTestId("no-public-source");
        List<MissingPayload> missing = level.missing() == null ? List.of() : level.missing();
        List<MissingPayload> unread =
                missing.stream().filter(it -> it.indicator() != null).toList();
        List<IndicatorPayload> nothing =
                held.in(DataState.NOTHING_PUBLIC, indicators).stream()
                        .filter(it -> !isOf(it, unread))
                        .toList();
        List<IndicatorPayload> single = held.in(DataState.ONE_FIGURE, indicators);
        if (nothing.isEmpty() && single.isEmpty()) {
            add(new Paragraph("No indicator of this level is without a public source."));
        }
        add(sentence("No public source, and no value held: ", nothing));
        add(sentence("No public source, only one figure that was quoted: ", single));
        add(
                sentence(
                        "Not computed yet, to be made here from other data: ",
                        held.in(DataState.NOT_COMPUTED, indicators)));
        add(
                sentence(
                        "Has a source of which no value has arrived: ",
                        held.in(DataState.NOTHING_YET, indicators)));
        add(section("Public, and not read in yet", unread, indicators));
        add(
                section(
                        "Would be needed, and no source is held",
                        missing.stream().filter(it -> it.indicator() == null).toList(),
                        indicators));
    }

    private static boolean isOf(IndicatorPayload indicator, List<MissingPayload> unread) {
        return unread.stream().anyMatch(it -> Objects.equals(it.indicator(), indicator.id()));
    }

    private static Div section(
            String title, List<MissingPayload> missing, List<IndicatorPayload> indicators) {
        Paragraph head = new Paragraph(title);
        head.addClassName("missing-head");
        Div section = new Div(head, list(missing, indicators));
        section.setVisible(!missing.isEmpty());
        return section;
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

    private static UnorderedList list(
            List<MissingPayload> missing, List<IndicatorPayload> indicators) {
        UnorderedList list = new UnorderedList();
        list.addClassName("missing-list");
        for (MissingPayload it : missing) {
            Span what =
                    indicators.stream()
                            .filter(each -> Objects.equals(each.id(), it.indicator()))
                            .findFirst()
                            .map(each -> new Span(link(each)))
                            .orElseGet(() -> new Span(String.valueOf(it.what())));
            what.addClassName("missing-what");
            Span why = new Span(String.valueOf(it.why()));
            why.addClassName("missing-why");
            list.add(new ListItem(what, why));
        }
        return list;
    }
}
