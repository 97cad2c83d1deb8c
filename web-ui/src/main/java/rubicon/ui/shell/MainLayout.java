package rubicon.ui.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.signals.Signal;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.AlertNews;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.session.Identity;
import rubicon.ui.session.LogInEnded;
import rubicon.ui.session.ReadAccess;
import rubicon.ui.session.SignedIn;

/// Brand, navigation, live badge, theme and who is signed in, around every view.
@Layout
@Dependent
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
    private final IngestClient ingest;
    private final ReadAccess access;
    private final Div account = new Div();
    private final Span firing = new Span();
    private String here = "";

    MainLayout(IngestClient ingest, ReadAccess access, IndicatorFeed indicators, AlertFeed alerts) {
        this.ingest = ingest;
        this.access = access;
        setPrimarySection(Section.DRAWER);
        addToDrawer(brand(), navigation(), drawerFoot());
        addToNavbar(navbar(indicators, alerts));
        LogInEnded.on(this, this::showAccount);
        Signal.effect(this, () -> showFiring(alerts.alerts()));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        here = event.getLocation().getPathWithQueryParameters();
        showAccount();
    }

    private static Anchor brand() {
        Span mark = new Span();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Span name = new Span("Rubicon");
        name.addClassName("brand-name");
        Anchor brand = new Anchor("/", mark, name);
        brand.addClassName("brand");
        brand.setRouterIgnore(false);
        brand.setAriaLabel("Rubicon, overview");
        return brand;
    }

    private SideNav navigation() {
        SideNav nav = new SideNav();
        nav.getElement().setAttribute("aria-label", "Main");
        firing.addClassName("nav-badge");
        firing.setTestId("firing-badge");
        SideNavItem alerts = item("Alerts", "alerts", Icon.ALERTS);
        alerts.setSuffixComponent(firing);
        nav.addItem(
                item("Overview", "", Icon.OVERVIEW),
                item("Indicators", "indicators", Icon.INDICATORS),
                item("Views", "views", Icon.VIEWS),
                item("Automation index", "automation", Icon.AUTOMATION),
                item("Simulator", "simulator", Icon.SIMULATOR),
                alerts,
                item("Rules", "rules", Icon.RULES),
                item("Milestones", "milestones", Icon.MILESTONES),
                item("Thresholds", "thresholds", Icon.THRESHOLDS),
                item("Forecasts", "forecasts", Icon.FORECASTS),
                item("Discrepancies", "discrepancies", Icon.DISCREPANCIES),
                item("Sources", "sources", Icon.SOURCES),
                item("Dead letters", "dead-letters", Icon.DEAD_LETTERS),
                item("About", "about", Icon.ABOUT));
        return nav;
    }

    private static SideNavItem item(String label, String path, Icon icon) {
        SideNavItem item = new SideNavItem(label, path, icon.create());
        item.setMatchNested(!path.isEmpty());
        return item;
    }

    private static Div drawerFoot() {
        Div foot = new Div(new Span("Observatory for the automation of AI R&D"));
        foot.addClassName("drawer-foot");
        return foot;
    }

    private Div navbar(IndicatorFeed indicators, AlertFeed alerts) {
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel("Show or hide the navigation");
        NativeButton theme = new NativeButton();
        theme.add(Icon.THEME.create());
        theme.addClassName("icon-button");
        theme.getElement().setAttribute("data-theme-toggle", true);
        theme.getElement().setAttribute("aria-label", "Change the theme");
        theme.setTestId("theme-toggle");
        theme.addAttachListener(
                attached -> attached.getUI().getPage().executeJs("window.rubicon.describeTheme()"));
        account.addClassName("account");
        Div right = new Div(new LiveDot(indicators, alerts), theme, account);
        right.addClassName("navbar-right");
        Anchor name = brand();
        name.addClassName("brand-small");
        Div bar = new Div(toggle, name, new FeedBanner(indicators, alerts), right);
        bar.addClassName("navbar");
        return bar;
    }

    private void showFiring(List<AlertPayload> alerts) {
        long count = alerts.stream().filter(AlertNews::isFiringNews).count();
        firing.setVisible(count > 0 && access.isGranted());
        firing.setText(Long.toString(count));
        firing.getElement().setAttribute("aria-label", count + " firing");
    }

    private void showAccount() {
        account.removeAll();
        SignedIn.current().ifPresentOrElse(this::showPerson, this::showSignIn);
    }

    private void showPerson(Identity identity) {
        Span who = new Span(identity.user());
        who.addClassName("account-name");
        Span role = new Span(Formats.words(identity.role()));
        role.addClassName("account-role");
        NativeButton out = new NativeButton("Sign out", click -> signOut(identity));
        out.addClassName("text-button");
        out.setTestId("sign-out");
        account.add(Icon.PERSON.create(), who, role, out);
    }

    private void showSignIn() {
        String address =
                here.isEmpty() || here.startsWith("login")
                        ? "login"
                        : Addresses.of("login", java.util.Map.of("next", here));
        Anchor in = Parts.link(address, "Sign in");
        in.addClassName("text-button");
        in.setTestId("sign-in");
        account.add(in);
    }

    private void signOut(Identity identity) {
        SignedIn.forget();
        Thread.ofVirtual().name("sign-out").start(() -> ingest.signOut(identity.token()));
        getUI().ifPresent(ui -> ui.getPage().reload());
    }
}
