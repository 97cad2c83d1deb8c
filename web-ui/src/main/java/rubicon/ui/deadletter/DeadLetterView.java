package rubicon.ui.deadletter;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.Answer;
import rubicon.ui.client.DeadLetterPayload;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.OpenedLetterPayload;
import rubicon.ui.client.OpenedLetterPayload.BytesPayload;
import rubicon.ui.session.Identity;
import rubicon.ui.session.LogInEnded;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Addresses;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.NotFound;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// One refused record: why, its headers and bytes, and sending it again.
@Route(DeadLetterNavigation.LIST)
@PageTitle("Dead letter · Rubicon")
public final class DeadLetterView extends Div implements HasUrlParameter<String> {
    private final IngestClient ingest;
    private final Div content = new Div();
    private Page page = new Page("", "");
    private String id = "";
    private Refresh<Answer<OpenedLetterPayload>> refresh = refresh("");

    DeadLetterView(IngestClient ingest) {
        this.ingest = ingest;
        LogInEnded.on(this, this::close);
    }

    @Override
    public void setParameter(BeforeEvent event, String parameter) {
        id = Addresses.decoded(parameter);
        page = new Page("Refused record", "");
        page.under(
                Page.trail(
                        DeadLetterNavigation.list(DeadLettersViewState.DEFAULT), "Dead letters"));
        page.setTestId("dead-letter-page");
        page.add(content);
        content.removeAll();
        removeAll();
        add(page);
        SignedIn.current()
                .filter(Identity::isAnalyst)
                .ifPresentOrElse(
                        identity -> {
                            refresh = refresh(identity.token());
                            refresh.ask(event.getUI());
                        },
                        this::close);
    }

    private void close() {
        content.removeAll();
        content.add(
                new Panel("As it was received", new AnalystsOnly(DeadLetterNavigation.letter(id))));
    }

    /// What was sent again is asked for until something came of it.
    private Refresh<Answer<OpenedLetterPayload>> refresh(String token) {
        String asked = id;
        return new Refresh<>(
                this,
                () -> ingest.deadLetter(asked, token),
                answer -> asked.equals(id) && (answer.mayComeLater() || isPending(answer)),
                answer -> {
                    if (asked.equals(id)) {
                        loaded(answer);
                    }
                });
    }

    private static boolean isPending(Answer<OpenedLetterPayload> answer) {
        return answer.map(OpenedLetterPayload::isPending).orElse(false);
    }

    private void loaded(Answer<OpenedLetterPayload> answer) {
        switch (answer) {
            case Answer.Ok<OpenedLetterPayload>(OpenedLetterPayload opened) -> {
                page.notices(List.of());
                show(opened);
            }
            case Answer.Failed<OpenedLetterPayload>(Failure failure) -> {
                if (failure.kind() == Failure.Kind.NOT_FOUND) {
                    removeAll();
                    add(
                            NotFound.content(
                                    "There is no dead letter “" + id + "”",
                                    "No refused record has this id."));
                } else {
                    tell(failure);
                }
            }
        }
    }

    private void show(OpenedLetterPayload opened) {
        DeadLetterPayload letter = opened.letter();
        page.title("Refused record", letter.reason());
        content.removeAll();
        content.add(
                new Panel("Why and when", facts(opened)),
                new Panel("Send it again", replay(opened)),
                payload("Value", opened.value()),
                headers(opened));
    }

    private static Facts facts(OpenedLetterPayload opened) {
        DeadLetterPayload letter = opened.letter();
        PayloadText key = PayloadText.of(opened.key());
        return new Facts()
                .with("Field", Parts.code(letter.field()))
                .with("Refused", Formats.moment(letter.receivedAt()))
                .with("Written to Kafka", Formats.moment(opened.stampedAt()))
                .with("Topic", Parts.code(letter.topic()))
                .with("Partition", Integer.toString(letter.partition()))
                .with("Offset", Long.toString(letter.offset()))
                .with("Key", key.text().isEmpty() ? new Span("none") : Parts.code(key.text()))
                .with("Event", event(opened));
    }

    private static Component event(OpenedLetterPayload opened) {
        return opened.eventId() == null
                ? new Span("none that can be read")
                : Parts.stacked(Parts.code(opened.eventId()), "of " + opened.eventSource());
    }

    private Component replay(OpenedLetterPayload opened) {
        Paragraph became = new Paragraph(ReplayWords.of(opened.letter(), opened.became()));
        became.setTestId("became");
        became.getElement().setAttribute("role", "status");
        Button button = new Button("Replay");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.setTestId("replay");
        button.addClickListener(
                click -> SignedIn.current().ifPresent(identity -> send(identity, button)));
        Paragraph how =
                new Paragraph(
                        "It goes the same way again, byte for byte and with its own time. Mend the"
                                + " cause first, or it is refused again.");
        how.addClassName("detail");
        Div all = new Div(became, button, how);
        all.addClassName("acknowledge");
        return all;
    }

    private void send(Identity identity, Button button) {
        Background.load(
                Background.pageOf(this),
                () -> ingest.replay(id, identity.token()),
                answer -> sent(answer, button));
    }

    private void sent(Answer<DeadLetterPayload> answer, Button button) {
        switch (answer) {
            case Answer.Ok<DeadLetterPayload> _ -> refresh.ask(Background.pageOf(this));
            case Answer.Failed<DeadLetterPayload>(Failure failure) -> {
                if (failure.kind() == Failure.Kind.UNAUTHENTICATED) {
                    SignedIn.forget();
                    return;
                }
                button.setEnabled(true);
                page.notices(List.of(new Notice(Notice.Kind.ERROR, failure.message())));
            }
        }
    }

    private void tell(Failure failure) {
        page.notices(
                List.of(
                        failure.kind() == Failure.Kind.UNAVAILABLE
                                ? Notice.retrying(failure.message())
                                : new Notice(Notice.Kind.ERROR, failure.message())));
    }

    private static Panel payload(String title, @Nullable BytesPayload bytes) {
        PayloadText payload = PayloadText.of(bytes);
        Panel panel = new Panel(title + ": " + payload.kind());
        if (payload.text().isEmpty()) {
            panel.showEmpty("It is empty.");
            return panel;
        }
        Pre text = new Pre(payload.text());
        text.addClassName("payload");
        text.setTestId("payload");
        text.getElement().setAttribute("tabindex", "0");
        text.getElement().setAttribute("role", "region");
        text.getElement().setAttribute("aria-label", title);
        panel.show(text);
        return panel;
    }

    private static Panel headers(OpenedLetterPayload opened) {
        Panel panel = new Panel("Headers").withCount(opened.headers().size());
        if (opened.headers().isEmpty()) {
            panel.showEmpty("It has none.");
            return panel;
        }
        DataTable table =
                new DataTable(
                        "Headers of the record",
                        DataTable.Column.text("Name"),
                        DataTable.Column.text("Value"));
        opened.headers()
                .forEach(it ->
                        table.row(
                                        Parts.code(it.name()),
                                        Parts.code(PayloadText.of(it.value()).text()))
                                .setTestId("header"));
        panel.show(table);
        return panel;
    }
}
