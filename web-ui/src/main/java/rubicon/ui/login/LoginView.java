package rubicon.ui.login;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.SecurityConfig;
import rubicon.ui.client.SessionPayload;
import rubicon.ui.session.Identity;
import rubicon.ui.session.ReadAccess;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;

/// User and password against the ingest service; the token stays in the server's session.
@Route(LoginNavigation.ROUTE)
@PageTitle("Sign in · Rubicon")
public final class LoginView extends Div implements AfterNavigationObserver {
    private final IngestClient ingest;
    private final TextField user = new TextField("User");
    private final PasswordField password = new PasswordField("Password");
    private final Button button = new Button("Sign in");
    private final Div failure = new Div();
    private final Anchor organisation = new Anchor("", "Sign in with your organisation");
    private String next = "";

    LoginView(
            IngestClient ingest,
            ReadAccess access,
            SecurityConfig security,
            @ConfigProperty(name = "quarkus.oidc.tenant-enabled") boolean hasOrganisation) {
        this.ingest = ingest;
        organisation.setVisible(hasOrganisation);
        organisation.setRouterIgnore(true);
        organisation.addClassName("login-organisation");
        organisation.setTestId("login-organisation");
        user.setTestId("login-user");
        user.getElement().setAttribute("autocomplete", "username");
        user.setAutofocus(true);
        password.setTestId("login-password");
        password.getElement().setAttribute("autocomplete", "current-password");
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER);
        button.setTestId("login-button");
        button.addClickListener(click -> signIn());
        Div form = new Div(organisation, user, password, failure, button);
        form.addClassName("login-form");
        Paragraph hint =
                new Paragraph(
                        "A house on this machine keeps its first user and password in"
                                + " credentials.json in its data folder.");
        hint.addClassName("detail");
        form.add(hint);
        Stream.of(user, password, button, hint)
                .forEach(it -> it.setVisible(security.localAccounts()));
        Page page =
                new Page(
                        "Sign in",
                        (access.isOpen() ? "Reading is open. " : "Reading needs the role viewer. ")
                                + "Acknowledging alerts needs the role analyst, reading a"
                                + " source now needs admin.");
        page.addClassName("page-narrow");
        page.add(form);
        add(page);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var query = event.getLocation().getQueryParameters().getParameters();
        next = LoginNavigation.next(query);
        organisation.setHref(LoginNavigation.organisation(next));
        failure.removeAll();
        Refusal.in(query).ifPresent(why -> refuse(why.sentence()));
    }

    private void signIn() {
        String name = user.getValue().strip();
        String secret = password.getValue();
        failure.removeAll();
        if (name.isEmpty() || secret.isEmpty()) {
            refuse("Both user and password are needed.");
            return;
        }
        button.setEnabled(false);
        Background.load(Background.pageOf(this), () -> ingest.signIn(name, secret), this::answered);
    }

    private void answered(Answer<SessionPayload> answer) {
        button.setEnabled(true);
        password.clear();
        switch (answer) {
            case Answer.Ok<SessionPayload>(SessionPayload session) -> {
                UI ui = Background.pageOf(this);
                String ticket = SignedIn.announce(ui, Identity.of(session));
                ui.getPage().setLocation("/" + LoginNavigation.door(next, ticket));
            }
            case Answer.Failed<SessionPayload>(Failure why) ->
                    refuse(
                            why.kind() == Failure.Kind.UNAUTHENTICATED
                                    ? "User or password is not right."
                                    : why.message());
        }
    }

    private void refuse(String sentence) {
        Notice notice = new Notice(Notice.Kind.ERROR, sentence);
        notice.setTestId("login-failure");
        failure.add(notice);
    }
}
