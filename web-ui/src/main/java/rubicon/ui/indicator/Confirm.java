package rubicon.ui.indicator;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Map;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Notice;

/// How a value that is held comes to count: its source mends it, or an analyst vouches for it.
final class Confirm extends Div {
    private static final int LONGEST = 900;

    private final IngestClient ingest;
    private final String row;
    private final TextField why = new TextField();
    private final Button button = new Button("Confirm");
    private final Div said = new Div();

    /// @param row of the ledger
    Confirm(IngestClient ingest, String row) {
        this.ingest = ingest;
        this.row = row;
        setTestId("confirm");
        Paragraph how = new Paragraph("A later statement by its source mends it.");
        how.addClassName("detail");
        add(how);
        SignedIn.current().filter(Identity::isAnalyst).ifPresent(this::showForm);
    }

    private void showForm(Identity identity) {
        why.setMaxLength(LONGEST);
        why.setPlaceholder("Why it is right");
        why.setAriaLabel("Why the value is right");
        why.setTestId("confirm-why");
        button.setTestId("confirm-button");
        button.setDisableOnClick(true);
        button.addClickListener(click -> send(identity));
        Div form = new Div(why, button);
        form.addClassName("inline-form");
        said.getElement().setAttribute("role", "status");
        add(form, said);
    }

    private void send(Identity identity) {
        String text = why.getValue();
        Background.load(
                Background.pageOf(this),
                () -> ingest.confirm(row, text, identity.token()),
                this::answered);
    }

    private void answered(Answer<Map<String, Object>> answer) {
        said.removeAll();
        switch (answer) {
            case Answer.Ok<Map<String, Object>> _ ->
                    said.add(new Paragraph("Confirmed; it counts in a moment."));
            case Answer.Failed<Map<String, Object>>(Failure failure) -> {
                if (failure.kind() == Failure.Kind.UNAUTHENTICATED) {
                    SignedIn.forget();
                    return;
                }
                button.setEnabled(true);
                said.add(new Notice(Notice.Kind.ERROR, failure.message()));
            }
        }
    }
}
