package rubicon.ui.policy;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.chronicle.PolicyWords;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Refresh;

/// The lines that policies draw, a panel an issuer: what is in force first, what was superseded
/// apart. Thresholds are read when the page is opened; what is reached is live.
@Route(ThresholdNavigation.LIST)
@PageTitle("Thresholds · Rubicon")
public final class ThresholdsView extends Div implements BeforeEnterObserver {
    private final IndicatorFeed feed;
    private final Page page =
            new Page(
                    "Policy thresholds",
                    "Lines that developers drew for AI doing AI R&D, what they determined of each model,"
                            + " and how far the published numbers are from what is reached now.");
    private final Div issuers = new Div();
    private final Refresh<ThresholdsData> refresh;
    private String chosen = "";

    ThresholdsView(IngestClient ingest, IndicatorFeed feed) {
        this.feed = feed;
        this.refresh =
                new Refresh<>(
                        this,
                        () -> ThresholdsData.load(ingest),
                        ThresholdsData::mayComeLater,
                        this::loaded);
        page.setTestId("thresholds-page");
        Panel waiting = new Panel("Thresholds");
        waiting.showEmpty("Loading the thresholds …");
        issuers.add(waiting);
        page.add(issuers);
        add(page);
    }

    /// Whoever comes for one threshold finds its card before them.
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen =
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(ThresholdNavigation.CHOSEN)
                        .orElse("");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(ThresholdsData data) {
        page.notices(data.failure().map(Notice::retrying).map(List::of).orElse(List.of()));
        if (data.thresholds() instanceof Answer.Ok<List<PolicyThresholdPayload>>(var thresholds)) {
            issuers.removeAll();
            Map<String, List<PolicyThresholdPayload>> byIssuer = new TreeMap<>();
            thresholds.forEach(it ->
                    byIssuer.computeIfAbsent(Entries.text(it.issuer()), i -> new ArrayList<>())
                            .add(it));
            byIssuer.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> isDefinition(entry.getValue())))
                    .forEach(entry -> issuers.add(panel(entry.getKey(), entry.getValue(), data)));
            if (byIssuer.isEmpty()) {
                Panel none = new Panel("Thresholds");
                none.showEmpty("None is told yet.");
                issuers.add(none);
            }
        }
    }

    /// Definitions, which are nobody's policy, stand below the policies.
    private static boolean isDefinition(List<PolicyThresholdPayload> of) {
        return of.stream().allMatch(it -> "DEFINITION".equals(it.status()));
    }

    private ThresholdCard card(PolicyThresholdPayload it, ThresholdsData data) {
        ThresholdCard card = new ThresholdCard(it, data, feed);
        if (chosen.equals(it.id())) {
            card.getElement().setAttribute("aria-current", "true");
            card.scrollIntoView();
        }
        return card;
    }

    private Panel panel(String issuer, List<PolicyThresholdPayload> of, ThresholdsData data) {
        List<Component> content = new ArrayList<>();
        Comparator<PolicyThresholdPayload> newest =
                Comparator.comparing(it -> Objects.toString(it.firstSeen(), ""));
        of.stream()
                .filter(it -> !PolicyWords.isPast(it))
                .sorted(newest.reversed())
                .forEach(it -> content.add(card(it, data)));
        List<PolicyThresholdPayload> past =
                of.stream().filter(PolicyWords::isPast).sorted(newest.reversed()).toList();
        if (!past.isEmpty()) {
            H3 apart = new H3("No longer in force");
            apart.addClassName("apart");
            content.add(apart);
            past.forEach(it -> content.add(card(it, data)));
        }
        Panel panel = new Panel(issuer, content.toArray(Component[]::new)).withCount(of.size());
        panel.addClassName("issuer");
        panel.setTestId("issuer");
        return panel;
    }
}
