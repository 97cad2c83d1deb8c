package rubicon.acceptance;

import com.microsoft.playwright.BrowserType;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The browser of the tests.
final class Chromium {
    private Chromium() {}

    /// How it is started.
    ///
    /// @throws IllegalStateException if RUBICON_CHROMIUM does not name one
    static BrowserType.LaunchOptions options() {
        String path =
                Optional.ofNullable(System.getenv("RUBICON_CHROMIUM"))
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "RUBICON_CHROMIUM names no browser; run ./rubicon verify"));
        return new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(path))
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
    }
}
