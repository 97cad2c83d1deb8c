package rubicon.ui.session;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.shared.Registration;

/// Told to an open page when who looks at it is a visitor from now on.
public final class LogInEnded extends ComponentEvent<UI> {
    private LogInEnded(UI page) {
        super(page, false);
    }

    /// Does something when it happens while a component is on its page.
    public static void on(Component component, Runnable work) {
        component.addAttachListener(attach -> {
            Registration heard =
                    ComponentUtil.addListener(attach.getUI(), LogInEnded.class, _ -> work.run());
            component.addDetachListener(detach -> {
                detach.unregisterListener();
                heard.remove();
            });
        });
    }

    /// Does something when it happens while a page is open.
    public static void on(UI page, Runnable work) {
        ComponentUtil.addListener(page, LogInEnded.class, _ -> work.run());
    }

    static void tell(UI page) {
        ComponentUtil.fireEvent(page, new LogInEnded(page));
    }
}
