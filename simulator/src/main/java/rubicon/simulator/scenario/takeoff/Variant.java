package rubicon.simulator.scenario.takeoff;

import java.util.Arrays;

/// The engines of the model `takeoff`, by what they take for the bottleneck.
enum Variant {
    SIE("sie"),
    CES("ces"),
    BALANCED_GROWTH("balanced-growth"),
    LOOP("loop"),
    NETWORK("network"),
    KWA("kwa"),
    AI2027_TAKEOFF("ai2027-takeoff"),
    AI2027_TIMELINE("ai2027-timeline"),
    TASK("task"),
    AIFM("aifm");

    private final String text;

    Variant(String text) {
        this.text = text;
    }

    /// As written in requests.
    String text() {
        return text;
    }

    static Variant of(String text) {
        return Arrays.stream(values()).filter(it -> it.text.equals(text)).findFirst().orElseThrow();
    }
}
