package rubicon.simulator.saved;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The scenarios that come with the house, kept at its start.
@ApplicationScoped
class BuiltInScenarios {
    static final List<String> IDS =
            List.of(
                    "apple-picking-plateau",
                    "code-is-not-the-loop",
                    "coder-by-horizon",
                    "compute-bottleneck",
                    "fifty-generations",
                    "full-closure",
                    "hundred-hours-by-2026",
                    "sixty-by-2028",
                    "slow-here-fast-elsewhere",
                    "steep-curves");

    private final Scenarios scenarios;
    private final ScenarioReader reader;

    BuiltInScenarios(Scenarios scenarios, ScenarioReader reader) {
        this.scenarios = scenarios;
        this.reader = reader;
    }

    void onStart(@Observes StartupEvent event) {
        for (String id : IDS) {
            Submission one = reader.read(ScenarioYaml.read(file(id)));
            scenarios.keepBuiltIn(one.id().orElseThrow(), one.definition());
        }
    }

    /// The file of a scenario.
    static String file(String id) {
        String path = "/scenarios/" + id + ".yaml";
        try (InputStream in = BuiltInScenarios.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
