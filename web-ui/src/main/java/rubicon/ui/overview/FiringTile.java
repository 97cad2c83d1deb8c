package rubicon.ui.overview;

import com.vaadin.flow.component.Composite;
import java.util.List;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.alert.AlertNavigation;
import rubicon.ui.live.AlertNews;

/// How many alerts fire, and how many only record what was so before.
final class FiringTile extends Composite<Tile> {
    FiringTile() {
        getContent().value().setTestId("firing-count");
    }

    @Override
    protected Tile initContent() {
        return new Tile("Alerts firing", AlertNavigation.list());
    }

    void show(List<AlertPayload> alerts) {
        List<AlertPayload> open =
                alerts.stream().filter(alert -> alert.condition().equals("FIRING")).toList();
        long news = open.stream().filter(AlertNews::isNews).count();
        long waiting =
                open.stream()
                        .filter(AlertNews::isNews)
                        .filter(alert -> alert.acknowledged() == null)
                        .count();
        getContent()
                .show(
                        Long.toString(news),
                        news == 0 ? "nothing new was crossed" : waiting + " not acknowledged",
                        (open.size() - news) + " already so when the rule was made");
    }
}
