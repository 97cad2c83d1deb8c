package rubicon.ingest.indicator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.catalogue.CatalogueService.EntryVersion;
import rubicon.ingest.ledger.LedgerRows;
import rubicon.ingest.ledger.LedgerService.AsOfRead;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.PagePayload;

/// The catalogue, and what the ledger holds for each of its entries.
@Tag(name = "Indicators", description = "The catalogue, ledgers and states")
@Path("/api/v1/indicators")
@RolesAllowed(Role.VIEWER_NAME)
public final class IndicatorResource {
    private static final int PAGE = 1_000;

    private final CatalogueService catalogue;
    private final IndicatorService indicators;

    IndicatorResource(CatalogueService catalogue, IndicatorService indicators) {
        this.catalogue = catalogue;
        this.indicators = indicators;
    }

    /// The catalogue's entries, narrowed by view, category, kind or a text in id, title,
    /// description.
    @GET
    public PagePayload<IndicatorPayload> indicators(
            @QueryParam("view") @Nullable String view,
            @QueryParam("category") @Nullable String category,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String q) {
        List<IndicatorPayload> items =
                catalogue.entries().stream()
                        .filter(it -> view == null || view.equals(it.view()))
                        .filter(it -> kind == null || kind.equals(it.kind()))
                        .filter(it -> category == null || categories(it).contains(category))
                        .filter(it -> q == null || text(it).contains(q.toLowerCase(Locale.ROOT)))
                        .toList();
        return new PagePayload<>(items, null, null);
    }

    @GET
    @Path("/{id}")
    public IndicatorPayload indicator(String id) {
        return catalogue.entry(id).orElseThrow(() -> unknown(id));
    }

    /// What the entry said, version by version, and who wrote it when.
    @GET
    @Path("/{id}/versions")
    public PagePayload<EntryVersion> versions(String id) {
        return new PagePayload<>(catalogue.versions(find(id).id().value()), null, null);
    }

    /// The state, now or as of a moment.
    @GET
    @Path("/{id}/state")
    public IndicatorStatePayload state(String id, @QueryParam("asOf") @Nullable String asOf) {
        return indicators.state(find(id).id(), asOf == null ? null : instant("asOf", asOf));
    }

    /// The ledger's rows by date, source, key and revision.
    @GET
    @Path("/{id}/observations")
    public PagePayload<LedgerRowPayload> observations(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("revisions") @Nullable String revisions,
            @QueryParam("retracted") @Nullable String retracted,
            @QueryParam("cursor") @Nullable String cursor) {
        Indicator indicator = find(id);
        Instant answered = null;
        IndicatorLedger ledger;
        if (asOf == null) {
            ledger = indicators.ledgerNow(indicator.id());
        } else {
            AsOfRead read = indicators.ledgerAsOf(indicator.id(), instant("asOf", asOf));
            ledger = read.ledger();
            answered = read.asOf();
        }
        LocalDate first = from == null ? LocalDate.MIN : date("from", from);
        LocalDate last = to == null ? LocalDate.MAX : date("to", to);
        List<LedgerRowPayload> rows =
                LedgerRows.of(
                                ledger,
                                indicator.unit().symbol(),
                                flag("revisions", revisions),
                                flag("retracted", retracted))
                        .stream()
                        .filter(row -> within(row.observedOn(), first, last))
                        .filter(row -> subject == null || subject.equals(row.subject().model()))
                        .toList();
        int start = Math.min(offset(cursor), rows.size());
        int end = Math.min(start + PAGE, rows.size());
        String next = end < rows.size() ? Integer.toString(end) : null;
        return new PagePayload<>(rows.subList(start, end), next, answered);
    }

    private static boolean within(@Nullable LocalDate date, LocalDate first, LocalDate last) {
        return date == null || (!date.isBefore(first) && !date.isAfter(last));
    }

    private static List<String> categories(IndicatorPayload it) {
        return Objects.requireNonNullElse(it.categories(), List.of());
    }

    private static String text(IndicatorPayload it) {
        return String.join(
                        " ",
                        Stream.of(it.id(), it.title(), it.description())
                                .filter(Objects::nonNull)
                                .toList())
                .toLowerCase(Locale.ROOT);
    }

    private Indicator find(String id) {
        return catalogue.current().find(id).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(String id) {
        return ProblemException.notFound("no indicator is called '%s'".formatted(id));
    }

    private static boolean flag(String field, @Nullable String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw ProblemException.refused(field, "'%s' is neither true nor false".formatted(text));
    }

    private static int offset(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            int offset = Integer.parseInt(cursor);
            if (offset >= 0) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // answered below, like a negative one
        }
        throw ProblemException.refused("cursor", "'%s' is no cursor".formatted(cursor));
    }

    private static Instant instant(String field, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ProblemException.refused(
                    field, "'%s' is no RFC 3339 time such as 2026-03-03T00:00:00Z".formatted(text));
        }
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.refused(
                    field, "'%s' is no date such as 2026-03-03".formatted(text));
        }
    }
}
