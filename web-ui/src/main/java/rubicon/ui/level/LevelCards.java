package rubicon.ui.level;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.View;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.ViewPayload;
import rubicon.ui.shell.Parts;

/// The four levels beside each other: what each asks, and how much is held.
final class LevelCards extends Nav {
    LevelCards() {
        addClassName("level-cards");
        getElement().setAttribute("aria-label", "Levels of abstraction");
    }

    /// Shows the levels.
    ///
    /// @param current the level that the page is about; null for none
    void show(LevelsData data, Held held, @Nullable View current) {
        removeAll();
        for (ViewPayload level : data.levels()) {
            add(card(level, data.of(level.id()), held, current));
        }
    }

    private static Anchor card(
            ViewPayload level,
            List<IndicatorPayload> indicators,
            Held held,
            @Nullable View current) {
        Anchor card = Parts.link(LevelNavigation.level(level.id()), "");
        card.removeAll();
        card.addClassName("level-card");
        card.setTestId("level-card");
        if (current != null && Objects.equals(level.id(), current.name())) {
            card.getElement().setAttribute("aria-current", "page");
        }
        long withData = held.withData(indicators);
        card.add(
                line("level-name", String.valueOf(level.title())),
                line("level-question", String.valueOf(level.question())),
                line("level-count", withData + " of " + indicators.size() + " with data"));
        return card;
    }

    private static Span line(String style, String text) {
        Span line = new Span(text);
        line.addClassName(style);
        return line;
    }
}
