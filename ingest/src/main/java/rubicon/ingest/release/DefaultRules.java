package rubicon.ingest.release;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import rubicon.ingest.rule.RuleService;
import rubicon.model.wire.RulePayload;

/// Makes the rules that Rubicon ships with, once: a rule that was edited or deleted stays so.
@ApplicationScoped
class DefaultRules {
    private static final Logger LOG = Logger.getLogger(DefaultRules.class);
    private static final String RUBICON = "rubicon";

    private final ObjectMapper yaml =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final RuleService rules;
    private final RuleChanges changes;

    DefaultRules(RuleService rules, RuleChanges changes) {
        this.rules = rules;
        this.changes = changes;
    }

    /// Before the intake starts, so that what comes in meets them.
    void onStart(@Observes @Priority(100) StartupEvent event) throws IOException {
        ClassPathUtils.consumeAsPaths(
                "rules",
                folder -> {
                    try (Stream<Path> files = Files.list(folder)) {
                        List<Path> sorted = files.sorted().toList();
                        for (Path file : sorted) {
                            make(file);
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void make(Path file) throws IOException {
        RulePayload payload;
        try (var in = Files.newInputStream(file)) {
            payload = yaml.readValue(in, RulePayload.class);
        }
        String id = payload.id();
        if (id != null && rules.version(id, 1).isEmpty()) {
            changes.create(payload, RUBICON);
            LOG.infof("Default rule made rule=%s", id);
        }
    }
}
