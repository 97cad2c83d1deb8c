package rubicon.ingest.imports;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.PagePayload;

/// Handing in files.
@Tag(name = "Imports", description = "Files with many rows")
@Path("/api/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ANALYST_NAME)
public final class ImportResource {
    private static final int LISTED = 100;
    private static final int LONGEST_NAME = 200;

    private final ImportStore store;
    private final ImportForms forms;
    private final SecurityIdentity identity;

    ImportResource(ImportStore store, ImportForms forms, SecurityIdentity identity) {
        this.store = store;
        this.forms = forms;
        this.identity = identity;
    }

    /// Takes a file of up to a gibibyte in. It is checked as a whole; where a row is at fault,
    /// nothing is published. Rules look at it once, when all of it is in the ledger.
    ///
    /// @param format `csv`, `jsonl`, or the id of a connector whose upstream is one file
    /// @param source for a connector's format: whose configuration is meant, if several have it
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @APIResponse(responseCode = "202", description = "Taken; the address tells what becomes of it")
    @APIResponse(responseCode = "400", description = "The format is not known")
    @APIResponse(responseCode = "413", description = "Too large")
    public Response take(
            @QueryParam("format") @Nullable String format,
            @QueryParam("source") @Nullable String source,
            @QueryParam("name") @Nullable String name,
            InputStream file)
            throws IOException {
        ImportForms.Form form = forms.of(format, source);
        String named = Objects.requireNonNullElse(name, "upload");
        if (named.isBlank() || named.length() > LONGEST_NAME) {
            throw ProblemException.refused(
                    "name", "has 0 or more than %d characters".formatted(LONGEST_NAME));
        }
        ImportPayload taken = store.receive(form, named, identity.getPrincipal().getName(), file);
        return Response.accepted(taken)
                .location(URI.create("/api/v1/imports/" + taken.id()))
                .build();
    }

    /// The hundred newest, newest first.
    @GET
    public PagePayload<ImportPayload> imports() {
        return new PagePayload<>(store.newest(LISTED), null, null);
    }

    /// How far an import is, and what is wrong with its rows.
    @GET
    @Path("/{id}")
    @APIResponse(responseCode = "200", description = "OK")
    @APIResponse(responseCode = "404", description = "There is none of that id")
    public ImportPayload find(UUID id) {
        return store.find(id)
                .orElseThrow(() -> ProblemException.notFound("there is no import " + id));
    }
}
