package rubicon.ingest.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerRows;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.ledger.Revision;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.PagePayload;

/// What is new: first statements of observations, newest first, each with its status as of now.
@Tag(name = "Releases", description = "What is new")
@Path("/api/v1/releases")
@RolesAllowed(Role.VIEWER_NAME)
public final class ReleaseResource {
    private static final int LIMIT = 200;

    private final LedgerService ledger;
    private final CatalogueService catalogue;

    ReleaseResource(LedgerService ledger, CatalogueService catalogue) {
        this.ledger = ledger;
        this.catalogue = catalogue;
    }

    @GET
    public PagePayload<LedgerRowPayload> releases(@QueryParam("since") @Nullable String since) {
        List<LedgerRowPayload> items =
                ledger.releases(instant(since), LIMIT).stream().map(this::row).toList();
        return new PagePayload<>(items, null, null);
    }

    private LedgerRowPayload row(Revision release) {
        String unit =
                catalogue
                        .current()
                        .find(release.statement().key().indicator())
                        .map(it -> it.unit().symbol())
                        .orElse("");
        return LedgerRows.release(release, unit);
    }

    private static Instant instant(@Nullable String text) {
        if (text == null) {
            return Instant.EPOCH;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.refused("since", "'%s' is no RFC 3339 time".formatted(text));
        }
    }
}
