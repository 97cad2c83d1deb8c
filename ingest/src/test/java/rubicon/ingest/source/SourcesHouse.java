package rubicon.ingest.source;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import rubicon.ingest.testing.IngestHouse;
import rubicon.ingest.testing.TemporaryFolders;
import rubicon.ingest.testing.UpstreamServer;

/// A house with sources of its own: `withdrawing`, whose vanished rows are withdrawn, and
/// `keeping`, each with an upstream of its own on loopback, `told`, a file of milestones, and
/// `watched`, a folder of files of observations, whose vanished rows are withdrawn, too. The
/// argument `schedule` says whether they run by themselves, `anonymous-read` whether everybody may
/// read.
public final class SourcesHouse implements QuarkusTestResourceLifecycleManager {
    private static final UpstreamServer WITHDRAWING = new UpstreamServer();
    private static final UpstreamServer KEEPING = new UpstreamServer();

    private static final Path TOLD =
            TemporaryFolders.create("rubicon-sources").resolve("told.yaml");

    private static final Path WATCHED = TemporaryFolders.create("rubicon-watched");

    private final IngestHouse house = new IngestHouse();
    private Map<String, String> arguments = Map.of();

    /// Writes the file that the source `told` reads.
    static void tell(String yaml) {
        try {
            Files.writeString(TOLD, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a file into the folder that the source `watched` reads.
    static void drop(String name, byte[] bytes) {
        try {
            Files.write(WATCHED.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UpstreamServer withdrawing() {
        return WITHDRAWING;
    }

    static UpstreamServer keeping() {
        return KEEPING;
    }

    @Override
    public void init(Map<String, String> initArgs) {
        arguments = Map.copyOf(initArgs);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(house.start());
        settings.put("rubicon.sources.file", sources().toString());
        settings.put("rubicon.sources.aliases", aliases().toString());
        settings.put("rubicon.sources.schedule", arguments.getOrDefault("schedule", "false"));
        settings.put("rubicon.sources.backoff", "PT0.01S");
        settings.put("rubicon.sources.host-pause", "PT0S");
        settings.put("rubicon.sources.retry-after-failure", "PT1S");
        settings.put(
                "rubicon.security.anonymous-read",
                arguments.getOrDefault("anonymous-read", "true"));
        return settings;
    }

    @Override
    public void stop() {
        house.stop();
    }

    private static Path aliases() {
        try {
            return Files.writeString(
                    TemporaryFolders.create("rubicon-aliases").resolve("aliases.yaml"),
                    "keeping:\n  ours: {model: OurModel, developer: Example}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path sources() {
        tell("milestones: []");
        String yaml =
                """
                sources:
                  - {id: withdrawing, connector: metr-benchmark-results, url: "%s", every: PT6H, absence: RETRACT}
                  - {id: keeping, connector: metr-benchmark-results, url: "%s", every: PT6H}
                  - {id: told, connector: facts, url: "%s", every: PT6H}
                  - {id: watched, connector: jsonl, url: "%s", every: PT6H, absence: RETRACT}
                  - {id: milestones, connector: facts, url: "classpath:/milestones.yaml"}
                  - {id: policy-thresholds, connector: facts, url: "classpath:/policy-thresholds.yaml"}
                  - {id: forecasts, connector: facts, url: "classpath:/forecasts.yaml", every: P7D}
                  - {id: off, connector: facts, url: "classpath:/facts/metr-horizons.yaml", enabled: false}
                """
                        .formatted(WITHDRAWING.url(), KEEPING.url(), TOLD.toUri(), WATCHED.toUri());
        try {
            Path file = TemporaryFolders.create("rubicon-sources").resolve("sources.yaml");
            return Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
