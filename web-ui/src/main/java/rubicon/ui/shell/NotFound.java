package rubicon.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/// What stands where there is no page.
@ParentLayout(MainLayout.class)
public final class NotFound extends Div
        implements HasErrorParameter<NotFoundException>, HasDynamicTitle {
    public NotFound() {
        add(content("There is no page at this address", "It may have moved, or never been."));
    }

    /// The same friendly page for an unknown id inside a view.
    public static Div content(String title, String sentence) {
        Page page = new Page(title, sentence);
        page.setTestId("not-found");
        Paragraph ways = new Paragraph();
        ways.addClassName("ways");
        ways.add(
                Parts.link("", "Overview"),
                Parts.link("indicators", "All indicators"),
                Parts.link("alerts", "Alerts"));
        page.add(ways);
        return page;
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return "Not found · Rubicon";
    }
}
