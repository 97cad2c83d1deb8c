package rubicon.kubernetes;

import org.opentest4j.TestAbortedException;

/// What a layer does on a machine that lacks its program: it says so where everybody sees it.
final class Layer {
    private Layer() {}

    static Program needs(String name, String layer, String remedy) {
        return Program.find(name)
                .orElseThrow(() -> skipped(layer, name + " is not here; " + remedy));
    }

    static TestAbortedException skipped(String layer, String reason) {
        System.err.printf("%n*** SKIPPED, NOTHING CHECKED: %s. %s%n%n", layer, reason);
        return new TestAbortedException(layer + ": " + reason);
    }
}
