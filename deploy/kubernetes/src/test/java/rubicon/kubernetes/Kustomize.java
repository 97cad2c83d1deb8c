package rubicon.kubernetes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /// The one that is named, else that of the lock file, else the one on the path. Skips the test,
    /// loudly, where there is none that is new enough.
    static Kustomize orSkip() throws IOException, InterruptedException {
        Optional<Program> named = Program.named("kubectl");
        List<Program> candidates =
                named.isPresent()
                        ? List.of(named.get())
                        : Stream.of(NodeChecks.kubectl(), Program.find("kubectl"))
                                .flatMap(Optional::stream)
                                .toList();
        for (Program candidate : candidates) {
            if (minor(candidate) >= OLDEST) {
                return new Kustomize(candidate);
            }
        }
        throw Layer.missing(
                LAYER, "no kubectl that is new enough among %s; %s".formatted(candidates, REMEDY));
    }

    private static int minor(Program kubectl) throws InterruptedException {
        Matcher minor =
                VERSION.matcher(kubectl.run(Folders.MANIFESTS, "version", "--client").output());
        return minor.find() ? Integer.parseInt(minor.group(1)) : 0;
    }

    Program.Run render(Path overlay) throws InterruptedException {
        return kubectl.run(overlay, "kustomize", ".");
    }
}
