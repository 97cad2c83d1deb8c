package rubicon.ui.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/// Gives the application under test an ingest service that the test holds in its hands.
public final class StubIngestResource implements QuarkusTestResourceLifecycleManager {
    private static final StubIngest INGEST = new StubIngest();

    /// The one that the application asks.
    public static StubIngest ingest() {
        return INGEST;
    }

    /// With `closed` reading needs credentials.
    @Override
    public void init(Map<String, String> arguments) {
        INGEST.closed = arguments.containsKey("closed");
    }

    @Override
    public Map<String, String> start() {
        fill();
        INGEST.up();
        return Map.of(
                "rubicon.ingest.url", INGEST.url(),
                "rubicon.security.anonymous-read", Boolean.toString(!INGEST.closed));
    }

    /// It ends with the JVM: the next test class finds it at the same address.
    @Override
    public void stop() {}

    private static void fill() {
        INGEST.indicators.put(
                "metr-horizon-p50",
                Wire.indicator(
                        "metr-horizon-p50",
                        "Time horizon at 50 %",
                        "LOG",
                        List.of("metr-horizon-p80")));
        INGEST.indicators.put(
                "metr-horizon-p80",
                Wire.indicator("metr-horizon-p80", "Time horizon at 80 %", "LOG"));
        INGEST.views.addAll(BuiltIn.views());
        INGEST.categories.addAll(BuiltIn.categories());
        INGEST.disagreements.add(
                Wire.disagreement("metr-horizon-p50", "o3", 119.73, 90, "DIFFERS"));
        INGEST.disagreements.add(
                Wire.disagreement("metr-horizon-p50", "GPT-4", 3.99, 4, "ROUNDED"));
        INGEST.documented.add(
                Wire.documented("two-cards", "CITATION", List.of("metr-horizon-p50")));
        INGEST.documented.add(Wire.documented("a-slip", "ARITHMETIC", List.of()));
        INGEST.rules.add(Wire.rule("p50 horizon over one working day", 480, true));
        INGEST.ledgers.put(
                "metr-horizon-p50",
                List.of(
                        Wire.row("o3", 1, "STANDING", 119.73),
                        Wire.row("claude_opus_4_6", 2, "STANDING", 718.81)));
        INGEST.pasts.put("metr-horizon-p50", Wire.state("metr-horizon-p50", 1, 305.0));
        INGEST.alerts.put("an-alert", Wire.alert("an-alert", 1, "FIRING", "WARNING", List.of()));
        INGEST.alerts.put(
                "a-notice", Wire.alert("a-notice", 1, "FIRING", "NOTICE", List.of("BASELINE")));
    }
}
