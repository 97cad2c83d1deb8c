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

    /// At rest is who asks the server nothing for some frames: a step asks only when its address is
    /// there.
    private static void settle(Page page) {
        page.waitForFunction(
                """
                new Promise(done => {
                  let quiet = 0;
                  const look = () => {
                    const clients = Object.values(window.Vaadin?.Flow?.clients ?? {});
                    const isQuiet = clients.length > 0
                        && clients.every(it => !it.isActive || !it.isActive());
                    quiet = isQuiet ? quiet + 1 : 0;
                    quiet < 5 ? requestAnimationFrame(look) : done(true);
                  };
                  requestAnimationFrame(look);
                })
                """);
    }
}
