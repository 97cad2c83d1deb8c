package rubicon.ui.shell;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;
import org.jboss.logging.Logger;

/// What a person sees of an error in the code: an apology, and never a trace.
@ParentLayout(MainLayout.class)
public final class ErrorHandler extends Div
        implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger LOG = Logger.getLogger(ErrorHandler.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        LOG.errorf(
                parameter.getException(), "A page failed path=%s", event.getLocation().getPath());
        removeAll();
        add(
                NotFound.content(
                        "This page could not be shown",
                        "The error was recorded. Trying again may help; the other pages work."));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return "Error · Rubicon";
    }
}
