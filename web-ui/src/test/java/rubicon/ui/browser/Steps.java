package rubicon.ui.browser;

import com.microsoft.playwright.Page;

/// Steps through what a visitor has seen.
///
/// The router of the page takes one step at a time: a step that comes while the one before is still
/// on its way is dropped, with address and page in accord. So these wait until the page is at rest.
final class Steps {
    private Steps() {}

    static void back(Page page) {
        settle(page);
        page.goBack();
    }

    static void forward(Page page) {
        settle(page);
        page.goForward();
    }

    private static void settle(Page page) {
        page.waitForFunction(
                "Object.values(window.Vaadin.Flow.clients)"
                        + ".every(client => !client.isActive || !client.isActive())");
        page.waitForFunction("new Promise(done => requestAnimationFrame(() => done(true)))");
    }
}
