package rubicon.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

/// What an organisation knows of names that Rubicon's own files do not resolve: by source, or below
/// `any` for all of them, the name verbatim and what it means. A name that Rubicon's own files
/// resolve keeps that meaning.
///
/// @param file as it is called; empty for none
/// @param mark tells one content of the file from another; empty for none
public record OwnAliases(String file, String mark, Map<String, Map<String, Aliases.Name>> names) {
    /// No names.
    public static final OwnAliases NONE = new OwnAliases("", "", Map.of());

    static final String ANY = "any";
    static final String UNRESOLVED = "unresolved";
    private static final int MARK = 12;
    private static final ObjectReader YAML =
            YAMLMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readerFor(new TypeReference<Map<String, Map<String, Aliases.Name>>>() {});

    public OwnAliases {
        Map<String, Map<String, Aliases.Name>> copy = new TreeMap<>();
        names.forEach((source, its) -> copy.put(source, Map.copyOf(its)));
        names = Collections.unmodifiableMap(copy);
    }

    /// The names of a file.
    ///
    /// @throws IllegalArgumentException if it cannot be read or a name means nothing, naming it
    static OwnAliases of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, Map<String, Aliases.Name>> names = new LinkedHashMap<>();
        try {
            Map<String, Map<String, Aliases.Name>> read =
                    Objects.requireNonNullElse(YAML.readValue(bytes), Map.of());
            read.forEach((source, its) ->
                    names.put(source, checked(source, Objects.requireNonNullElse(its, Map.of()))));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "rubicon.sources.aliases %s: %s".formatted(file, e.getOriginalMessage()), e);
        }
        return new OwnAliases(
                String.valueOf(file.getFileName()),
                Payloads.sha256(bytes).substring(0, MARK),
                names);
    }

    /// Jackson leaves out what the file leaves out.
    private static Map<String, Aliases.Name> checked(
            String source, Map<String, Aliases.Name> names) {
        Map<String, Aliases.Name> checked = new LinkedHashMap<>();
        names.forEach((name, meaning) -> {
            if (meaning == null || meaning.model() == null || meaning.model().isBlank()) {
                throw new IllegalArgumentException(
                        "rubicon.sources.aliases: %s: %s: model is missing"
                                .formatted(source, name));
            }
            checked.put(name, meaning);
        });
        return checked;
    }

    /// What was read, with the names that are known here.
    Mapped resolved(String source, Mapped mapped) {
        return names.isEmpty() ? mapped : mapped.with(it -> resolved(source, it));
    }

    /// How often each name is there that nobody resolved.
    static SortedMap<String, Integer> unresolved(Mapped mapped) {
        SortedMap<String, Integer> count = new TreeMap<>();
        mapped.observations().stream()
                .flatMap(it -> unresolved(it).stream())
                .forEach(it -> count.merge(it, 1, Integer::sum));
        return count;
    }

    private static Optional<String> unresolved(ObservationPayload it) {
        return it.subject() == null || it.tags() == null || !it.tags().containsKey(UNRESOLVED)
                ? Optional.empty()
                : Optional.ofNullable(it.subject().model());
    }

    private ObservationPayload resolved(String source, ObservationPayload it) {
        return unresolved(it)
                .flatMap(name -> name(source, name))
                .map(name -> named(it, name))
                .orElse(it);
    }

    /// What a name means at a source; empty for one that is not in the file.
    Optional<Aliases.Name> name(String source, String verbatim) {
        return Optional.ofNullable(names.getOrDefault(source, Map.of()).get(verbatim))
                .or(() -> Optional.ofNullable(names.getOrDefault(ANY, Map.of()).get(verbatim)));
    }

    private static ObservationPayload named(ObservationPayload it, Aliases.Name name) {
        SubjectPayload subject = Objects.requireNonNull(it.subject());
        Map<String, String> tags = new TreeMap<>(Objects.requireNonNull(it.tags()));
        tags.remove(UNRESOLVED);
        if (name.effort() != null) {
            tags.put("effort", name.effort());
        }
        return new ObservationPayload(
                it.source(),
                it.externalId(),
                it.indicator(),
                new SubjectPayload(
                        name.model(),
                        name.developer() == null ? subject.developer() : name.developer(),
                        name.scaffold() == null ? subject.scaffold() : name.scaffold(),
                        subject.releasedOn(),
                        subject.actor()),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                it.method(),
                it.n(),
                it.unit(),
                it.qualifier(),
                it.observedOn(),
                it.precision(),
                it.publishedAt(),
                it.statedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                tags,
                it.provenance());
    }
}
