package rubicon.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/// The page that everything happens in: push, theme, stylesheets. The script that applies the
/// chosen theme runs before the first paint.
@Push
@Viewport("width=device-width, initial-scale=1")
@StyleSheet("context://" + Aura.STYLESHEET)
@StyleSheet("context://styles/tokens.css")
@StyleSheet("context://styles/shell.css")
@StyleSheet("context://styles/parts.css")
@StyleSheet("context://styles/page.css")
@StyleSheet("context://styles/tables.css")
@StyleSheet("context://styles/overview.css")
@StyleSheet("context://styles/indicator.css")
@StyleSheet("context://styles/alerts.css")
@StyleSheet("context://styles/views.css")
@StyleSheet("context://styles/chronicle.css")
@StyleSheet("context://styles/automation.css")
@StyleSheet("context://styles/simulator.css")
public final class AppShell implements AppShellConfigurator {
    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addMetaTag("color-scheme", "light dark");
        settings.addMetaTag(
                "description", "An observatory for the automation of AI research and development");
        settings.addLink("icon", "/shell/rubicon.svg");
        settings.addInlineFromFile(
                "META-INF/resources/shell/shell.js",
                com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
    }
}
