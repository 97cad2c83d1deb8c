package rubicon.kubernetes;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/// What a layer does on a machine that lacks its program. On a developer's it says so where
/// everybody sees it; where all checks are asked for, it fails.
final class Layer {
    private static final String SWITCH = "rubicon.kubernetes.require";

    private Layer() {}

    static Program needs(String name, String layer, String remedy) {
        return Program.find(name)
                .orElseThrow(() -> missing(layer, name + " is not here; " + remedy));
    }

    /// To be thrown, where it does not throw by itself.
    static TestAbortedException missing(String layer, String reason) {
        TestAbortedException skip = missing(layer, reason, required());
        System.err.printf("%n*** SKIPPED, NOTHING CHECKED: %s. %s%n%n", layer, reason);
        return skip;
    }

    /// Whether a check that is left out is a failure: as `-Drubicon.kubernetes.require` says, else
    /// where a machine of continuous integration says that it is one.
    static boolean required() {
        return required(System.getProperty(SWITCH), System.getenv("CI"));
    }

    static boolean required(@Nullable String told, @Nullable String ci) {
        boolean says = told != null && !told.isBlank();
        return Boolean.parseBoolean(says ? told : ci);
    }

    static TestAbortedException missing(String layer, String reason, boolean required) {
        if (required) {
            throw new AssertionError(
                    "Not checked, and all checks are asked for (CI=true or -D%s=true): %s. %s"
                            .formatted(SWITCH, layer, reason));
        }
        return new TestAbortedException(layer + ": " + reason);
    }
}
