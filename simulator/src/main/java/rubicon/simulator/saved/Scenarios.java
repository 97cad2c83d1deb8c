package rubicon.simulator.saved;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.ProblemException;

/// Keeps scenarios. What was said once stays readable: a change makes another version, and an id is
/// given once.
@ApplicationScoped
public class Scenarios {
    private static final Logger LOG = Logger.getLogger(Scenarios.class);
    private static final String RUBICON = "rubicon";
    private static final int LONGEST_TITLE = 200;
    private static final String FORK = " (fork)";

    private final ScenarioRepository scenarios;
    private final ScenarioReader reader;
    private final LiveCheck live;
    private final ObjectMapper json;
    private final InstantSource time;

    Scenarios(
            ScenarioRepository scenarios,
            ScenarioReader reader,
            LiveCheck live,
            ObjectMapper json,
            InstantSource time) {
        this.scenarios = scenarios;
        this.reader = reader;
        this.live = live;
        this.json = json;
        this.time = time;
    }

    /// What stands: the ready-made ones by id, then the others, what was changed last first.
    ///
    /// @param model of this model only, if it is named
    public List<Scenario> standing(Optional<String> model) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        scenarios.standing(model).stream()
                                .map(it -> scenario(it.scenario(), it.version()))
                                .toList());
    }

    /// A scenario as it stands, or an earlier version of it.
    public Optional<Scenario> find(ScenarioId id, Optional<Integer> version) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        scenarios
                                .findByIdOptional(id.value())
                                .filter(it -> it.deletedAt == null)
                                .flatMap(it ->
                                        scenarios
                                                .version(id, version)
                                                .map(one -> scenario(it, one))));
    }

    /// Whether there is a scenario of this id, or was one that was deleted.
    public boolean isKnown(ScenarioId id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> scenarios.findByIdOptional(id.value()).isPresent());
    }

    /// Saves a scenario.
    ///
    /// @throws ProblemException if it is wrong, or its id was given before
    Scenario save(@Nullable JsonNode body, String user) {
        Submission sent = reader.read(body);
        live.check(sent.definition());
        return save(sent, Optional.empty(), user);
    }

    /// Saves another version of a scenario; one that says the same is none.
    ///
    /// @throws ProblemException if it is wrong, cannot be changed, or was changed meanwhile
    Optional<Scenario> change(ScenarioId id, @Nullable JsonNode body, String user) {
        Submission sent = reader.read(body);
        live.check(sent.definition());
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Optional<ScenarioEntity> found = scenarios.locked(id);
                    return found.map(it -> changed(it, sent, user));
                });
    }

    /// Saves a copy of a scenario under an id of its own.
    ///
    /// @param body fields laid over the copy
    /// @throws ProblemException if what comes of it is wrong
    Optional<Scenario> fork(ScenarioId id, @Nullable JsonNode body, String user) {
        return find(id, Optional.empty())
                .map(it -> {
                    Submission sent = reader.read(forked(it, body));
                    live.check(sent.definition());
                    return save(sent, Optional.of(id.value()), user);
                });
    }

    /// Takes a scenario out of the lists; its id is not given again.
    ///
    /// @return whether it was there
    /// @throws ProblemException if it is ready-made
    boolean delete(ScenarioId id, String user) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Optional<ScenarioEntity> found = scenarios.locked(id);
                    found.ifPresent(it -> {
                        requireOwn(it, "deleted");
                        it.deletedAt = now();
                        it.deletedBy = user;
                        it.publishes = null;
                        scenarios.bind(it.id, Set.of(), false, it.deletedAt);
                        LOG.infof("Scenario deleted scenario=%s", id);
                    });
                    return found.isPresent();
                });
    }

    /// Keeps what comes with the house: a scenario that is new, or that says what no version of it
    /// has said. A house that went back to an earlier release does not say the old again. Where
    /// another publishes under its indicator it is kept and publishes nothing, until a start at
    /// which the indicator is free.
    void keepBuiltIn(ScenarioId id, Definition definition) {
        QuarkusTransaction.requiringNew()
                .run(() -> {
                    Instant now = now();
                    scenarios.claim(id, true, Optional.empty(), now, RUBICON);
                    ScenarioEntity scenario = scenarios.locked(id).orElseThrow();
                    if (!scenario.builtIn) {
                        return;
                    }
                    List<ScenarioVersionEntity> versions = scenarios.versions(id);
                    String said = text(definition);
                    if (versions.stream().noneMatch(it -> it.definition.equals(said))) {
                        int last = versions.isEmpty() ? 0 : versions.getFirst().version;
                        append(scenario, last + 1, definition, RUBICON, now);
                        publishIfFree(scenario, definition, now);
                    } else if (scenario.publishes == null
                            && definition.publish() != null
                            && versions.getFirst().definition.equals(said)) {
                        publishIfFree(scenario, definition, now);
                    }
                });
    }

    private void publishIfFree(ScenarioEntity scenario, Definition definition, Instant now) {
        Optional<String> other = otherPublisher(scenario, definition);
        if (other.isEmpty()) {
            publishFrom(scenario, definition, now);
            return;
        }
        LOG.warnf(
                "Ready-made scenario publishes nothing, another has its indicator scenario=%s"
                        + " other=%s",
                scenario.id, other.get());
        scenario.publishes = null;
        scenarios.bind(scenario.id, Set.of(), false, now);
    }

    private Scenario save(Submission sent, Optional<String> forkOf, String user) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    Instant now = now();
                    ScenarioId id = claimed(sent, forkOf, now, user);
                    ScenarioEntity scenario = scenarios.locked(id).orElseThrow();
                    return published(scenario, 1, sent.definition(), user, now);
                });
    }

    private ScenarioId claimed(Submission sent, Optional<String> forkOf, Instant now, String user) {
        if (sent.id().isPresent()) {
            ScenarioId id = sent.id().get();
            if (!scenarios.claim(id, false, forkOf, now, user)) {
                throw conflict(
                        "a scenario has or had the id '%s': leave id out or choose another"
                                .formatted(id));
            }
            return id;
        }
        int number = 1;
        ScenarioId id = ScenarioId.of(sent.definition().title(), number);
        while (!scenarios.claim(id, false, forkOf, now, user)) {
            number++;
            id = ScenarioId.of(sent.definition().title(), number);
        }
        return id;
    }

    private Scenario changed(ScenarioEntity scenario, Submission sent, String user) {
        requireOwn(scenario, "changed");
        ScenarioVersionEntity last =
                scenarios.version(new ScenarioId(scenario.id), Optional.empty()).orElseThrow();
        if (sent.version().isPresent() && sent.version().get() != last.version) {
            throw conflict(
                    "this was made from version %d, and version %d stands: read it again"
                            .formatted(sent.version().get(), last.version));
        }
        return last.definition.equals(text(sent.definition()))
                ? scenario(scenario, last)
                : published(scenario, last.version + 1, sent.definition(), user, now());
    }

    private Scenario published(
            ScenarioEntity scenario, int number, Definition definition, String user, Instant now) {
        otherPublisher(scenario, definition)
                .ifPresent(other -> {
                    throw conflict(
                            "'%s' publishes %s already"
                                    .formatted(
                                            other,
                                            Objects.requireNonNull(definition.publish())
                                                    .indicator()));
                });
        ScenarioVersionEntity version = append(scenario, number, definition, user, now);
        publishFrom(scenario, definition, now);
        return scenario(scenario, version);
    }

    private ScenarioVersionEntity append(
            ScenarioEntity scenario, int number, Definition definition, String user, Instant now) {
        var version = new ScenarioVersionEntity();
        version.scenario = scenario.id;
        version.version = number;
        version.model = definition.model();
        version.definition = text(definition);
        version.author = user;
        version.createdAt = now;
        scenarios.append(version);
        LOG.infof("Scenario saved scenario=%s version=%d", scenario.id, number);
        return version;
    }

    private Optional<String> otherPublisher(ScenarioEntity scenario, Definition definition) {
        return Optional.ofNullable(definition.publish())
                .flatMap(it -> scenarios.publisherOf(it.indicator(), new ScenarioId(scenario.id)));
    }

    private void publishFrom(ScenarioEntity scenario, Definition definition, Instant now) {
        Publish publish = definition.publish();
        scenario.publishes = publish == null ? null : publish.indicator();
        Set<String> inputs = new TreeSet<>();
        if (publish != null) {
            definition.bindings().values().stream()
                    .map(Reference::indicator)
                    .filter(Objects::nonNull)
                    .forEach(inputs::add);
        }
        scenarios.bind(scenario.id, inputs, publish != null, now);
    }

    private ObjectNode forked(Scenario of, @Nullable JsonNode body) {
        ObjectNode copy = json.valueToTree(ScenarioPayload.of(of));
        // What is published has one author.
        copy.remove(List.of("id", "version", "publish"));
        String title = of.definition().title();
        copy.put(
                "title",
                title.substring(0, Math.min(title.length(), LONGEST_TITLE - FORK.length())) + FORK);
        return body == null || body.isNull() ? copy : Overlay.fields(copy, body);
    }

    private static void requireOwn(ScenarioEntity scenario, String what) {
        if (scenario.builtIn) {
            throw conflict(
                    "'%s' is ready-made and cannot be %s: fork it".formatted(scenario.id, what));
        }
    }

    private static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of(409, "Conflict", detail));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Scenario scenario(ScenarioEntity it, ScenarioVersionEntity version) {
        Definition definition = definition(version.definition);
        Publish publish = definition.publish();
        return new Scenario(
                new ScenarioId(it.id),
                version.version,
                definition,
                publish != null && publish.indicator().equals(it.publishes),
                it.builtIn,
                it.forkOf,
                version.author,
                it.createdAt,
                version.createdAt);
    }

    private String text(Definition definition) {
        try {
            return json.writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Definition definition(String text) {
        try {
            return json.readValue(text, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
