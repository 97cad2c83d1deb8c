package rubicon.ui.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import rubicon.ui.client.OpenedLetterPayload;

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
                "rubicon.security.check-every", "PT1S",
                "rubicon.security.anonymous-read", Boolean.toString(!INGEST.closed));
    }

    /// It ends with the JVM: the next test class finds it at the same address.
    @Override
    public void stop() {}

    /// What it answers at first; each application that is tested begins with that.
    private static void fill() {
        INGEST.empty();
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
        INGEST.index = Indices.automation();
        INGEST.capability = Indices.capability("POINTS", 0.95);
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
        INGEST.letters.addAll(
                List.of(
                        Wire.letter(7, "value", "{\"data\":{\"value\":-5,\"unit\":\"min\"}}"),
                        Wire.letter(8, "indicator", "no JSON at all"),
                        Wire.letter(
                                9,
                                "value",
                                new OpenedLetterPayload.BytesPayload(null, "/wBSdWJpY29u"))));
        tell();
        INGEST.alerts.put(
                "a-notice", Wire.alert("a-notice", 1, "FIRING", "NOTICE", List.of("BASELINE")));
    }

    /// What is told beside the values: of the one horizon, nothing of the other.
    private static void tell() {
        String p50 = "metr-horizon-p50";
        INGEST.milestones.addAll(
                List.of(
                        Tales.milestone(
                                "suite",
                                "2024-11-01",
                                "MONTH",
                                "EVAL_CHANGE",
                                List.of(),
                                List.of(p50),
                                1,
                                false),
                        Tales.milestone(
                                "found", "2025-06-10", "DISCOVERY", List.of(), List.of(p50)),
                        Tales.milestone(
                                "restated",
                                "2026-03-03",
                                "DAY",
                                "EVAL_CHANGE",
                                List.of("bug-fixes"),
                                List.of(p50),
                                2,
                                false),
                        Tales.milestone(
                                "related",
                                "2025-07-01",
                                "LAB_CLAIM",
                                List.of("bug-fixes"),
                                List.of()),
                        Tales.milestone(
                                "untrue",
                                "2025-08-01",
                                "DAY",
                                "LAB_CLAIM",
                                List.of(),
                                List.of(p50),
                                2,
                                true)));
        INGEST.earlier.put(
                "restated",
                Tales.milestone("restated", "2026-03-01", "EVAL_CHANGE", List.of(), List.of(p50)));
        INGEST.thresholds.addAll(
                List.of(
                        Tales.threshold(
                                "old",
                                "SUPERSEDED",
                                "new",
                                List.of(Tales.line(p50, "GE", 100)),
                                List.of(Tales.determination("o3", "2025-05-01", "GRAY_ZONE"))),
                        Tales.threshold(
                                "new",
                                "IN_FORCE",
                                null,
                                List.of(Tales.line(p50, "GE", 2_400)),
                                List.of(
                                        Tales.determination("o3", "2025-05-01", "NOT_CROSSED"),
                                        Tales.determination("o4", "2026-01-01", "CROSSED")))));
        INGEST.forecasts.addAll(
                List.of(
                        Tales.forecast("overdue", p50, "2026-01-31"),
                        Tales.probability("came", 0.8, "2026-01-31", "HAPPENED"),
                        Tales.probability("failed", 0.4, "2026-02-28", "DID_NOT_HAPPEN"),
                        Tales.value("ten-hours", p50, "2027-06-30", 600),
                        Tales.days("a-month", p50, "2026-09-01", "2027-06-19", "2031-11-30"),
                        Tales.goal(Tales.forecast("intern", null, "2026-09-30"))));
    }
}
