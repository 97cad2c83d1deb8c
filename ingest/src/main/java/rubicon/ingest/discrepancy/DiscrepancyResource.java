package rubicon.ingest.discrepancy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.discrepancy.DisagreementService.Listed;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.catalogue.Indicator;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.PagePayload;

/// Where the field's numbers disagree.
@Tag(name = "Discrepancies", description = "Where the field's numbers disagree")
@Path("/api/v1/discrepancies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class DiscrepancyResource {
    private static final int PAGE = 200;

    private final DisagreementService disagreements;
    private final DocumentedDiscrepancies documented;
    private final CatalogueService catalogue;

    DiscrepancyResource(
            DisagreementService disagreements,
            DocumentedDiscrepancies documented,
            CatalogueService catalogue) {
        this.disagreements = disagreements;
        this.documented = documented;
        this.catalogue = catalogue;
    }

    /// Subjects of which several sources in the ledger give different values on one indicator, now,
    /// by indicator and subject.
    @GET
    public PagePayload<DisagreementPayload> disagreements(
            @QueryParam("indicator") @Nullable String indicator,
            @QueryParam("cursor") @Nullable String cursor) {
        DisagreementPlace after = DisagreementPlace.of(cursor);
        Indicator only = indicator == null ? null : find(indicator);
        List<Listed> rest =
                disagreements.list(only == null ? null : only.id()).stream()
                        .filter(it -> it.place().compareTo(after) > 0)
                        .toList();
        boolean more = rest.size() > PAGE;
        List<Listed> page = more ? rest.subList(0, PAGE) : rest;
        return new PagePayload<>(
                page.stream().map(Listed::payload).toList(),
                more ? page.getLast().place().text() : null,
                null);
    }

    /// Documented discrepancies: numbers of the field that do not go together, though they are not
    /// two rows of one subject; in the order of their file.
    @GET
    @Path("/documented")
    public PagePayload<DiscrepancyPayload> documented(
            @QueryParam("indicator") @Nullable String indicator) {
        if (indicator != null) {
            find(indicator);
        }
        return new PagePayload<>(
                documented.all().stream()
                        .filter(it -> indicator == null || names(it, indicator))
                        .toList(),
                null,
                null);
    }

    private static boolean names(DiscrepancyPayload entry, String indicator) {
        return entry.indicators() != null && entry.indicators().contains(indicator);
    }

    private Indicator find(String indicator) {
        return catalogue
                .current()
                .find(indicator)
                .orElseThrow(() ->
                        ProblemException.refused(
                                "indicator", "no indicator is called '%s'".formatted(indicator)));
    }
}
