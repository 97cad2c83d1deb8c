package rubicon.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The sources as code: `sources.yaml`, checked at start. A wrong entry stops the start and is
/// named.
@Startup
@ApplicationScoped
public class Sources {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> SCHEMES = Set.of("http", "https", "file", "classpath");

    private final Map<String, Connector> connectors = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private final OwnAliases own;

    Sources(SourceConfig config) throws IOException {
        Connectors.all().forEach(it -> connectors.put(it.id(), it));
        Optional<Path> aliases = config.aliases();
        if (aliases.isPresent() && !Files.isReadable(aliases.get())) {
            throw new IllegalArgumentException(
                    "rubicon.sources.aliases: %s cannot be read".formatted(aliases.get()));
        }
        own = aliases.isPresent() ? OwnAliases.of(aliases.get()) : OwnAliases.NONE;
        Optional<Path> file = config.file();
        if (file.isPresent()) {
            if (!Files.isReadable(file.get())) {
                throw new IllegalArgumentException(
                        "rubicon.sources.file: %s cannot be read".formatted(file.get()));
            }
            try (InputStream in = Files.newInputStream(file.get())) {
                read(in, "rubicon.sources.file " + file.get());
            }
        } else if (config.builtin()) {
            try (InputStream in = Sources.class.getResourceAsStream("/sources.yaml")) {
                read(Objects.requireNonNull(in), "sources.yaml");
            }
        }
    }

    /// Form of the file.
    record SourcesFile(@Nullable List<@Nullable Entry> sources) {}

    /// Form of an entry.
    record Entry(
            @Nullable String id,
            @Nullable String connector,
            @Nullable String url,
            @Nullable String every,
            @Nullable Boolean enabled,
            @Nullable String absence,
            @Nullable Map<String, Object> options) {}

    /// All sources, in the order of the file.
    public Collection<Source> all() {
        return List.copyOf(sources.values());
    }

    /// The source of that id.
    public Optional<Source> find(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    /// What the organisation knows of names.
    OwnAliases own() {
        return own;
    }

    /// The connector of that id.
    public Optional<Connector> connector(String id) {
        return Optional.ofNullable(connectors.get(id));
    }

    private void read(InputStream in, String name) throws IOException {
        ObjectMapper yaml =
                YAMLMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        SourcesFile file;
        try {
            file = yaml.readValue(in, SourcesFile.class);
        } catch (JsonMappingException e) {
            String path =
                    e.getPath().stream()
                            .map(it ->
                                    it.getFieldName() == null
                                            ? String.valueOf(it.getIndex())
                                            : it.getFieldName())
                            .collect(Collectors.joining("."));
            throw new IllegalArgumentException(
                    "%s: %s: %s".formatted(name, path, e.getOriginalMessage()), e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(name + ": is no UTF-8", e);
        }
        List<@Nullable Entry> entries =
                file == null || file.sources() == null ? List.of() : file.sources();
        for (@Nullable Entry entry : entries) {
            if (entry == null) {
                throw new IllegalArgumentException(name + ": an entry says nothing");
            }
            Source source = source(entry, name);
            if (sources.put(source.id(), source) != null) {
                throw fault(name, source.id(), "id", "is given twice");
            }
        }
    }

    private Source source(Entry entry, String name) {
        String id = entry.id();
        if (id == null || !ID.matcher(id).matches()) {
            throw fault(name, String.valueOf(id), "id", "is not lower-case words joined by '-'");
        }
        Connector connector = entry.connector() == null ? null : connectors.get(entry.connector());
        if (connector == null) {
            throw fault(
                    name,
                    id,
                    "connector",
                    "'%s' is none of %s".formatted(entry.connector(), connectors.keySet()));
        }
        String absence = entry.absence() == null ? "KEEP" : entry.absence();
        if (!absence.equals("KEEP") && !absence.equals("RETRACT")) {
            throw fault(name, id, "absence", "'%s' is neither KEEP nor RETRACT".formatted(absence));
        }
        return new Source(
                id,
                connector,
                url(entry.url(), id, name),
                every(entry.every(), id, name),
                entry.enabled() == null || entry.enabled(),
                absence.equals("RETRACT"),
                options(entry.options(), connector, id, name),
                own);
    }

    private static Map<String, String> options(
            @Nullable Map<String, Object> given, Connector connector, String id, String name) {
        Map<String, String> options = new TreeMap<>();
        if (given != null) {
            given.forEach((key, value) -> {
                if (value instanceof Map<?, ?> parts) {
                    parts.forEach((part, it) -> options.put(key + "." + part, String.valueOf(it)));
                } else {
                    options.put(key, String.valueOf(value));
                }
            });
        }
        for (String key : options.keySet()) {
            String option = key.replaceFirst("\\..*", "");
            if (!connector.options().contains(option)) {
                throw fault(
                        name,
                        id,
                        "options." + option,
                        "is none of %s".formatted(new TreeSet<>(connector.options())));
            }
        }
        return options;
    }

    private static URI url(@Nullable String text, String id, String name) {
        try {
            URI url = URI.create(text == null ? "" : text);
            String scheme = url.getScheme();
            if (scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // told below, like an unknown scheme
        }
        throw fault(name, id, "url", "'%s' is no http, https or file address".formatted(text));
    }

    private static Duration every(@Nullable String text, String id, String name) {
        try {
            Duration every = Duration.parse(text == null ? "PT6H" : text);
            if (every.compareTo(Duration.ofSeconds(1)) >= 0) {
                return every;
            }
        } catch (DateTimeException e) {
            // told below, like one that is too short
        }
        throw fault(
                name,
                id,
                "every",
                "'%s' is no ISO 8601 duration of a second or more".formatted(text));
    }

    private static IllegalArgumentException fault(
            String file, String id, String field, String message) {
        return new IllegalArgumentException(
                "%s: source %s: %s %s".formatted(file, id, field, message));
    }
}
