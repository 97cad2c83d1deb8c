package rubicon.ui.indicator;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// Says on an indicator's page that its sources disagree, where they do, and leads to where that is
/// told in full. It asks by itself, and stays out of sight until there is something to say.
final class SourcesDisagree extends Div {
    private final String id;
    private final Refresh<Asked> refresh;

    /// What was asked for.
    private record Asked(
            Answer<List<DisagreementPayload>> found, Answer<List<DiscrepancyPayload>> documented) {
        boolean mayComeLater() {
            return found.mayComeLater() || documented.mayComeLater();
        }
    }

    SourcesDisagree(IngestClient ingest, String id) {
        this.id = id;
        this.refresh =
                new Refresh<>(
                        this,
                        () ->
                                new Asked(
                                        ingest.disagreements(Optional.of(id)),
                                        ingest.documentedDiscrepancies(Optional.of(id))),
                        Asked::mayComeLater,
                        this::show);
        addClassName("disagree");
        setTestId("sources-disagree");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void show(Asked asked) {
        long subjects =
                asked.found().orElse(List.of()).stream()
                        .filter(DisagreementPayload::moreThanRounding)
                        .count();
        int documented = asked.documented().orElse(List.of()).size();
        setVisible(subjects > 0 || documented > 0);
        removeAll();
        add(
                new Span(sentence(subjects, documented)),
                Parts.link(
                        Addresses.of("discrepancies", Map.of("indicator", id)),
                        "See both values and their sources"));
    }

    static String sentence(long subjects, int documented) {
        String differ =
                subjects == 1
                        ? "Sources give different values for one subject"
                        : "Sources give different values for " + subjects + " subjects";
        String told =
                documented == 1
                        ? "one discrepancy is documented"
                        : documented + " discrepancies are documented";
        if (documented == 0) {
            return differ + ".";
        }
        return subjects == 0
                ? told.substring(0, 1).toUpperCase(Locale.ROOT) + told.substring(1) + "."
                : differ + ", and " + told + ".";
    }
}
