package rubicon.ui.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.restassured.RestAssured;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// One browser for a test class; each page is a visitor of its own, gone after the test. Of a test
/// that fails it leaves a picture of each page and tells what the page still waited for.
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

    private static final Path PICTURES = Path.of("target", "browser-failures");

    private final List<BrowserContext> visitors = new ArrayList<>();
    private final Map<Page, Set<String>> awaited = new LinkedHashMap<>();
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
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
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
        Page page = visitor.newPage();
        Set<String> open = new LinkedHashSet<>();
        awaited.put(page, open);
        page.onRequest(it -> open.add(name(it)));
        page.onRequestFinished(it -> open.remove(name(it)));
        page.onRequestFailed(it -> open.remove(name(it)));
        return page;
    }

    /// The name of the session that a page's browser has.
    static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map(cookie -> cookie.value)
                .collect(Collectors.joining());
    }

    private static String name(Request request) {
        return request.method() + " " + request.url();
    }

    /// A new visitor at an address.
    Page at(String address) {
        Page page = page();
        page.navigate(address);
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            awaited.forEach((page, open) -> tell(context.getUniqueId(), page, open));
        }
        awaited.clear();
        visitors.forEach(BrowserContext::close);
        visitors.clear();
    }

    private static void tell(String test, Page page, Set<String> open) {
        Path picture = PICTURES.resolve(UUID.nameUUIDFromBytes(test.getBytes(UTF_8)) + ".png");
        System.err.printf("%s was at %s, waiting for %s%n", test, page.url(), open);
        try {
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setTimeout(5_000));
            System.err.printf("its picture: %s%n", picture);
        } catch (PlaywrightException e) {
            System.err.printf("no picture of it: %s%n", e.getMessage());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }
}
