package rubicon.ui.policy;

import java.util.Map;
import rubicon.ui.shell.Addresses;

/// The ways into the policy thresholds.
public final class ThresholdNavigation {
    static final String LIST = "thresholds";
    static final String CHOSEN = "threshold";

    private ThresholdNavigation() {}

    /// The page, at the card of one threshold.
    public static String threshold(String id) {
        return Addresses.of(LIST, Map.of(CHOSEN, id));
    }
}
