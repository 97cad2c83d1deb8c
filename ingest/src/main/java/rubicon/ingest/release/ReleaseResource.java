package rubicon.ingest.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerPages;
import rubicon.ingest.platform.Keyset;
import rubicon.ingest.platform.Role;
import rubicon.ingest.platform.Times;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.PagePayload;

/// What is new: first statements of observations, newest first, each with its status as of now.
@Tag(name = "Releases", description = "What is new")
@Path("/api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class ReleaseResource {
    private static final int LIMIT = 200;

    private final LedgerPages ledger;
    private final CatalogueService catalogue;

    ReleaseResource(LedgerPages ledger, CatalogueService catalogue) {
        this.ledger = ledger;
        this.catalogue = catalogue;
    }

    @GET
    public PagePayload<LedgerRowPayload> releases(
            @QueryParam("since") @Nullable String since,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant after = since == null ? Instant.EPOCH : Times.instant("since", since);
        Keyset place = Keyset.of(cursor);
        List<LedgerRowPayload> rows =
                ledger.releases(catalogue.current(), after, place.at(), place.uuid(), LIMIT + 1);
        return Keyset.page(rows, LIMIT, it -> new Keyset(it.recordedAt(), it.id()));
    }
}
