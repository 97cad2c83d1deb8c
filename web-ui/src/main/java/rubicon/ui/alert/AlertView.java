package rubicon.ui.alert;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.NotFound;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Refresh;
import rubicon.ui.shell.SubjectNames;

/// One episode: what was crossed, by what, step by step, and who took note.
@Route(AlertNavigation.LIST)
public final class AlertView extends Div implements HasUrlParameter<String>, HasDynamicTitle {
    private final IngestClient ingest;
    private final AlertFeed feed;
    private final InstantSource clock;
    private String id = "";
    private final Div head = new Div();
    private final Panel acknowledgement = new Panel("Acknowledgement");
    private final Div grounds = new Div();
    private Page page = new Page("", "");
    private @Nullable AlertPayload offered;
    private @Nullable Registration live;
    private @Nullable AlertPayload alert;
    private Optional<RulePayload> rule = Optional.empty();
    private @Nullable List<LedgerRowPayload> evidence;
    private SubjectNames names = new SubjectNames(false);
    private Refresh<AlertData> refresh = refresh();

    AlertView(IngestClient ingest, AlertFeed feed, InstantSource clock) {
        this.ingest = ingest;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = Addresses.decoded(parameter);
        alert = null;
        offered = null;
        rule = Optional.empty();
        evidence = null;
        page = new Page("Alert", "Loading …");
        page.setTestId("alert-page");
        head.removeAll();
        grounds.removeAll();
        acknowledgement.setVisible(false);
        page.add(head, acknowledgement, grounds);
        removeAll();
        add(page);
        refresh = refresh();
        if (live != null) {
            live.remove();
        }
        Signal<Optional<AlertPayload>> states = feed.alert(id);
        live = Signal.effect(this, () -> states.get().ifPresent(this::arrived));
        if (isAttached()) {
            refresh.ask(event.getUI());
        }
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    @Override
    public String getPageTitle() {
        return (alert == null ? "Alert" : alert.title()) + " · Rubicon";
    }

    private Refresh<AlertData> refresh() {
        String asked = id;
        return new Refresh<>(
                this,
                () -> AlertData.load(ingest, asked),
                data -> asked.equals(id) && data.alert().mayComeLater(),
                data -> {
                    if (asked.equals(id)) {
                        loaded(data);
                    }
                });
    }

    private void arrived(AlertPayload next) {
        boolean changed = alert != null && alert.version() < next.version();
        if (alert == null || changed) {
            alert = next;
            show();
        }
        if (changed) {
            refresh.ask(Background.pageOf(this));
        }
    }

    private void loaded(AlertData data) {
        if (data.isUnknown() && alert == null) {
            removeAll();
            add(NotFound.content("There is no alert “" + id + "”", "No episode has this id."));
            return;
        }
        switch (data.alert()) {
            case Answer.Ok<AlertPayload>(AlertPayload found) -> {
                if (alert == null || alert.version() <= found.version()) {
                    alert = found;
                }
                rule = data.rule();
                evidence = data.evidence();
                names = data.names();
                page.notices(List.of());
            }
            case Answer.Failed<AlertPayload>(Failure failure) ->
                    page.notices(
                            List.of(
                                    failure.kind() == Failure.Kind.UNAVAILABLE
                                            ? Notice.retrying(failure.message())
                                            : new Notice(Notice.Kind.WARNING, failure.message())));
        }
        show();
        getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
    }

    private void show() {
        if (alert == null) {
            return;
        }
        AlertPayload shown = alert;
        page.under(Page.trail(AlertNavigation.LIST, "Alerts"));
        page.title(shown.title(), rule.map(RulePayload::why).orElse(""));
        AlertParts parts = new AlertParts(shown, evidence, names, clock.instant());
        head.removeAll();
        head.add(parts.head());
        grounds.removeAll();
        grounds.add(parts.grounds(rule));
        offerAcknowledgement(shown);
    }

    /// Leaves the form alone while someone may be writing into it.
    private void offerAcknowledgement(AlertPayload shown) {
        if (offered == null || !Objects.equals(offered.acknowledged(), shown.acknowledged())) {
            offered = shown;
            acknowledgement.setVisible(true);
            acknowledgement.show(new Acknowledge(ingest, shown, this::acknowledged));
        }
    }

    private void acknowledged(AlertPayload next) {
        alert = next;
        show();
    }
}
