package rubicon.kubernetes;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The renderer inside kubectl.
final class Kustomize {
    private static final String LAYER = "rendering the overlays";
    private static final String REMEDY =
            "install kubectl 1.24 or newer, or name one in RUBICON_KUBECTL";
    private static final Pattern VERSION = Pattern.compile("v1\\.(\\d+)");
    private static final int OLDEST = 24; // the first whose kustomize takes all that is used here

    private final Program kubectl;

    private Kustomize(Program kubectl) {
        this.kubectl = kubectl;
    }

    /// Skips the test, loudly, where there is none that is new enough.
    static Kustomize orSkip() throws InterruptedException {
        Program kubectl = Layer.needs("kubectl", LAYER, REMEDY);
        String version = kubectl.run(Folders.MANIFESTS, "version", "--client").output();
        Matcher minor = VERSION.matcher(version);
        if (!minor.find() || Integer.parseInt(minor.group(1)) < OLDEST) {
            throw Layer.skipped(LAYER, "kubectl is too old (%s); %s".formatted(version, REMEDY));
        }
        return new Kustomize(kubectl);
    }

    Program.Run render(Path overlay) throws InterruptedException {
        return kubectl.run(overlay, "kustomize", ".");
    }
}
