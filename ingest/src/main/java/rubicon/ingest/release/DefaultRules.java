package rubicon.ingest.release;

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
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.rule.RuleService.Saved;
import rubicon.model.catalogue.Indicator;
import rubicon.model.wire.RulePayload;

/// Makes the rules that Rubicon ships with, and keeps those up to date that nobody has edited or
/// deleted.
@ApplicationScoped
class DefaultRules {
    private static final Logger LOG = Logger.getLogger(DefaultRules.class);
    private static final String RUBICON = "rubicon";

    private final RuleChanges changes;
    private final CatalogueService catalogue;

    DefaultRules(RuleChanges changes, CatalogueService catalogue) {
        this.changes = changes;
        this.catalogue = catalogue;
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
        try (var in = Files.newInputStream(file)) {
            for (RulePayload payload : RuleFile.read(in)) {
                make(payload);
            }
        }
    }

    private void make(RulePayload payload) {
        changes.keep(titled(payload), RUBICON)
                .map(Saved::rule)
                .ifPresent(it ->
                        LOG.infof("Default rule made rule=%s version=%d", it.id(), it.version()));
    }

    /// A rule that is asked of many indicators says of which one in its title.
    private RulePayload titled(RulePayload it) {
        String named =
                catalogue
                        .current()
                        .find(String.valueOf(it.indicator()))
                        .map(Indicator::title)
                        .orElse(String.valueOf(it.indicator()));
        return new RulePayload(
                it.id(),
                String.valueOf(it.title()).replace("{indicator}", named),
                it.why(),
                it.indicator(),
                it.condition(),
                it.severities(),
                it.noData(),
                it.labels(),
                it.enabled(),
                null,
                null);
    }
}
