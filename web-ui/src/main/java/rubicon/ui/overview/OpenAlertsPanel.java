package rubicon.ui.overview;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.alert.AlertNames;
import rubicon.ui.alert.AlertNavigation;
import rubicon.ui.alert.AlertRow;
import rubicon.ui.live.AlertNews;
import rubicon.ui.live.Patience;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;

/// The lines that are crossed now: first those whose rules still wait, then those that are news.
final class OpenAlertsPanel extends Composite<Panel> {
    private static final int MOST = 4;

    private final InstantSource clock;

    OpenAlertsPanel(InstantSource clock) {
        this.clock = clock;
        getContent().withActions(Parts.link(AlertNavigation.list(), "All alerts"));
        getContent().setTestId("open-alerts");
        getContent().showEmpty("Waiting for the live feed …");
    }

    @Override
    protected Panel initContent() {
        return new Panel("Thresholds that are crossed now");
    }

    /// @param rules which say how long they wait, as far as they are known
    void show(List<AlertPayload> alerts, List<RulePayload> rules, AlertNames names) {
        List<AlertPayload> open =
                alerts.stream()
                        .filter(alert -> alert.condition().equals("FIRING"))
                        .sorted(
                                Comparator.comparing(AlertNews::isNews)
                                        .reversed()
                                        .thenComparing(
                                                AlertPayload::asOf, Comparator.reverseOrder()))
                        .toList();
        List<AlertPayload> waiting =
                alerts.stream().filter(alert -> alert.condition().equals("PENDING")).toList();
        getContent().withCount(open.size());
        if (open.isEmpty() && waiting.isEmpty()) {
            getContent().showEmpty("No threshold is crossed.");
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        Instant now = clock.instant();
        waiting.stream()
                .limit(MOST)
                .forEach(alert ->
                        list.add(
                                new AlertRow(alert, names, now)
                                        .waits(Patience.words(alert, rules, now))));
        open.stream().limit(MOST).forEach(alert -> list.add(new AlertRow(alert, names, now)));
        getContent().show(list);
    }
}
