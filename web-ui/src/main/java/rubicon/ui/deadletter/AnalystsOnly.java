package rubicon.ui.deadletter;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import rubicon.ui.login.LoginNavigation;
import rubicon.ui.session.SignedIn;

/// Says who may read what was refused, and the way to sign in: payloads are shown as they came.
final class AnalystsOnly extends Div {
    AnalystsOnly(String address) {
        addClassName("acknowledge");
        setTestId("analysts-only");
        add(new Paragraph("What was refused is shown to the roles analyst and admin."));
        if (SignedIn.current().isEmpty()) {
            Anchor in = new Anchor("/" + LoginNavigation.backTo(address), "Sign in");
            in.addClassName("button-link");
            in.setTestId("dead-letters-sign-in");
            add(in);
        }
    }
}
