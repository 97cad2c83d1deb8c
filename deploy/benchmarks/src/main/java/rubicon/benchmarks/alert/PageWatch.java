package rubicon.benchmarks.alert;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An open page in Chromium that notes when the values on it change.
final class PageWatch implements AutoCloseable {
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;
    private final Page page;

    PageWatch(String address) throws IOException {
        String chromium =
                Objects.requireNonNull(
                        System.getenv("RUBICON_CHROMIUM"), "RUBICON_CHROMIUM names no browser");
        playwright = Playwright.create();
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Path.of(chromium))
                                        .setArgs(FLAGS));
        page = browser.newPage();
        page.addInitScript(script());
        page.navigate(address);
        page.getByTestId("indicator-row").first().waitFor();
    }

    /// What was seen so far.
    Sightings sightings() {
        Sightings sightings = new Sightings();
        for (Object it : (List<?>) page.evaluate("window.sightings")) {
            Map<?, ?> seen = (Map<?, ?>) it;
            sightings.add(
                    String.valueOf(seen.get("indicator")),
                    number(seen.get("value")),
                    number(seen.get("at")));
        }
        return sightings;
    }

    private static double number(@Nullable Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }

    private static String script() throws IOException {
        try (InputStream in = PageWatch.class.getResourceAsStream("watch.js")) {
            return new String(
                    Objects.requireNonNull(in, "watch.js").readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
