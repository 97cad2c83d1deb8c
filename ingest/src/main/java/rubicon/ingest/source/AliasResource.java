package rubicon.ingest.source;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.PagePayload;

/// What the names of sources mean here, and which nobody has resolved.
@Tag(name = "Sources", description = "What is read, and when")
@Path("/api/v1/aliases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class AliasResource {
    private final AliasFiles files;
    private final Sources sources;
    private final RunLog log;

    AliasResource(AliasFiles files, Sources sources, RunLog log) {
        this.files = files;
        this.sources = sources;
        this.log = log;
    }

    /// What a name means.
    ///
    /// @param name as its sources write it
    /// @param scaffold where the name says that, too
    /// @param effort of reasoning, where the name says that
    /// @param file in which that stands
    /// @param source that alone it holds for; null for all that read by that file
    public record AliasPayload(
            String name,
            String model,
            @Nullable String developer,
            @Nullable String scaffold,
            @Nullable String effort,
            String file,
            @Nullable String source) {}

    /// A name that stands for itself, because no alias file knows it.
    ///
    /// @param source that has it; `imports/` and a source's id for files that were handed in
    /// @param rows of the last reading, or of the last file, that have it
    /// @param since the reading that had it first
    public record UnresolvedPayload(String source, String name, int rows, Instant since) {}

    /// All aliases, the organisation's own first.
    ///
    /// @param q part of a name, of what it means or of the file
    @GET
    public PagePayload<AliasPayload> aliases(@QueryParam("q") @Nullable String q) {
        String part = Objects.requireNonNullElse(q, "").strip().toLowerCase(Locale.ROOT);
        List<AliasPayload> found =
                files.lines().stream()
                        .filter(it ->
                                Stream.of(it.name(), it.model(), it.file())
                                        .anyMatch(text ->
                                                text.toLowerCase(Locale.ROOT).contains(part)))
                        .toList();
        return new PagePayload<>(found, null, null);
    }

    /// Names of the sources that nobody has resolved, by source and name.
    @GET
    @Path("/unresolved")
    public PagePayload<UnresolvedPayload> unresolved() {
        return new PagePayload<>(
                log.unresolved().stream()
                        .filter(it -> sources.find(ImportedNames.sourceOf(it.source())).isPresent())
                        .toList(),
                null,
                null);
    }
}
