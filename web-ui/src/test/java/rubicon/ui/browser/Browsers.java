package rubicon.ui.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One browser for a test class; each page is a visitor of its own, gone after the test.
final class Browsers implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");
    private static final double PATIENCE = 20_000;

    private final List<BrowserContext> visitors = new ArrayList<>();
    private @Nullable Playwright playwright;
    private @Nullable Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        String chromium =
                Optional.ofNullable(System.getenv("RUBICON_CHROMIUM"))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "RUBICON_CHROMIUM names no browser; run ./rubicon verify"));
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of(chromium))
                                        .setArgs(FLAGS));
    }

    /// A new visitor's page, not at any address yet.
    Page page() {
        return page(new Browser.NewContextOptions());
    }

    Page page(Browser.NewContextOptions options) {
        BrowserContext visitor =
                Objects.requireNonNull(browser)
                        .newContext(options.setBaseURL("http://127.0.0.1:" + RestAssured.port));
        visitor.setDefaultTimeout(PATIENCE);
        visitors.add(visitor);
        return visitor.newPage();
    }

    /// A new visitor at an address.
    Page at(String address) {
        Page page = page();
        page.navigate(address);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
