package rubicon.ui.alert;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.login.LoginNavigation;
import rubicon.ui.session.Identity;
import rubicon.ui.session.LogInEnded;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Notice;

/// Who took note of an alert, or the way to do so.
final class Acknowledge extends Div {
    private static final int LONGEST_NOTE = 500;

    private final IngestClient ingest;
    private final AlertPayload alert;
    private final Consumer<AlertPayload> done;
    private final TextField note = new TextField("Note");
    private final Button button = new Button("Acknowledge");
    private final Div failure = new Div();

    Acknowledge(IngestClient ingest, AlertPayload alert, Consumer<AlertPayload> done) {
        this.ingest = ingest;
        this.alert = alert;
        this.done = done;
        addClassName("acknowledge");
        setTestId("acknowledgement");
        if (alert.acknowledged() != null) {
            showDone(alert.acknowledged());
        } else {
            SignedIn.current().ifPresentOrElse(this::showForm, this::showSignIn);
        }
    }

    private void showDone(AlertPayload.AcknowledgementPayload by) {
        add(new Paragraph(by.by() + " took note on " + Formats.moment(by.at()) + "."));
        if (by.note() != null && !by.note().isBlank()) {
            Paragraph said = new Paragraph("“" + by.note() + "”");
            said.addClassName("quote");
            add(said);
        }
    }

    private void showForm(Identity identity) {
        if (!identity.isAnalyst()) {
            add(new Paragraph("Taking note needs the role analyst or admin."));
            return;
        }
        note.setMaxLength(LONGEST_NOTE);
        note.setPlaceholder("What you make of it");
        note.setTestId("acknowledge-note");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.setDisableOnClick(true);
        button.setTestId("acknowledge-button");
        button.addClickListener(click -> send(identity));
        LogInEnded.on(this, this::close);
        Div form = new Div(note, button);
        form.addClassName("inline-form");
        add(form, failure);
    }

    /// What was written stays to be read and copied.
    private void close() {
        note.setReadOnly(true);
        button.removeFromParent();
        failure.removeAll();
        failure.add(new Notice(Notice.Kind.ERROR, "Your session has ended."), signIn());
    }

    private void showSignIn() {
        add(new Paragraph("Nobody has taken note of this alert yet."), signIn());
    }

    private Anchor signIn() {
        Anchor in =
                new Anchor(
                        "/" + LoginNavigation.backTo(AlertNavigation.alert(alert.id())),
                        "Sign in to acknowledge");
        in.addClassName("button-link");
        in.setTestId("acknowledge-sign-in");
        return in;
    }

    private void send(Identity identity) {
        String text = note.getValue();
        Background.load(
                Background.pageOf(this),
                () -> ingest.acknowledge(alert.id(), text, identity.token()),
                this::answered);
    }

    private void answered(Answer<AlertPayload> answer) {
        switch (answer) {
            case Answer.Ok<AlertPayload>(AlertPayload next) -> done.accept(next);
            case Answer.Failed<AlertPayload>(Failure why) -> {
                if (why.kind() == Failure.Kind.UNAUTHENTICATED) {
                    SignedIn.forget();
                    return;
                }
                button.setEnabled(true);
                failure.removeAll();
                failure.add(new Notice(Notice.Kind.ERROR, why.message()));
            }
        }
    }
}
