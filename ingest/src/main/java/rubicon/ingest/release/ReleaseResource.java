package rubicon.ingest.release;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerRows;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.ledger.LedgerService.Releases;
import rubicon.ingest.platform.Keyset;
import rubicon.ingest.platform.Role;
import rubicon.ingest.platform.Times;
import rubicon.model.analysis.Plausibility;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.PagePayload;

/// What is new: first statements of observations, newest first, each with its status as of now.
@Tag(name = "Releases", description = "What is new")
@Path("/api/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
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
    public PagePayload<LedgerRowPayload> releases(
            @QueryParam("since") @Nullable String since,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant after = since == null ? Instant.EPOCH : Times.instant("since", since);
        Keyset place = Keyset.of(cursor);
        Releases releases = ledger.releases(after, place.at(), place.uuid(), LIMIT + 1);
        Map<ObservationKey, History> histories = judged(releases.ledgers());
        List<LedgerRowPayload> rows =
                releases.statements().stream()
                        .map(it -> row(Objects.requireNonNull(histories.get(it.key())), it))
                        .toList();
        return Keyset.page(rows, LIMIT, it -> new Keyset(it.recordedAt(), it.id()));
    }

    private Map<ObservationKey, History> judged(Map<IndicatorId, IndicatorLedger> ledgers) {
        Map<ObservationKey, History> histories = new HashMap<>();
        ledgers.forEach((id, it) -> {
            Collection<History> judged =
                    indicator(id)
                            .<Collection<History>>map(
                                    entry -> Plausibility.judged(entry, it.histories()))
                            .orElseGet(it::histories);
            judged.forEach(
                    history -> histories.put(history.statements().getFirst().key(), history));
        });
        return histories;
    }

    private LedgerRowPayload row(History history, Statement release) {
        String unit = indicator(release.key().indicator()).map(it -> it.unit().symbol()).orElse("");
        return LedgerRows.row(history, release, unit);
    }

    private Optional<Indicator> indicator(IndicatorId id) {
        return catalogue.current().find(id);
    }
}
