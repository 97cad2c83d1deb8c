package rubicon.ingest.indicator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.catalogue.CatalogueService.EntryVersion;
import rubicon.ingest.ledger.LedgerPages;
import rubicon.ingest.ledger.LedgerPages.Listing;
import rubicon.ingest.ledger.LedgerPages.Page;
import rubicon.ingest.ledger.RowFilter;
import rubicon.ingest.ledger.RowPlace;
import rubicon.ingest.platform.CsvTable;
import rubicon.ingest.platform.LeftOut;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.ingest.platform.Times;
import rubicon.model.catalogue.Indicator;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorPayload.LicencePayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.ObservationPagePayload;
import rubicon.model.wire.PagePayload;

/// The catalogue, and what the ledger holds for each of its entries.
@Tag(name = "Indicators", description = "The catalogue, ledgers and states")
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class IndicatorResource {
    private static final int PAGE = 1_000;

    private final CatalogueService catalogue;
    private final IndicatorService indicators;
    private final LedgerPages ledger;

    IndicatorResource(CatalogueService catalogue, IndicatorService indicators, LedgerPages ledger) {
        this.catalogue = catalogue;
        this.indicators = indicators;
        this.ledger = ledger;
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
    ///
    /// @param reading of which values: `COUNTED` (neither disputed nor held), `STANDING`, `ALL`
    ///   (with what was withdrawn), `CLEAN` or `INDEPENDENT`
    @GET
    @Path("/{id}/state")
    public IndicatorStatePayload state(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("reading") @Nullable String reading) {
        return indicators.state(find(id).id(), Readings.of(reading), moment(asOf));
    }

    /// The ledger's rows by date, source, key and revision, and the licence that they are under.
    /// All pages show the ledger as it was for the first.
    @GET
    @Path("/{id}/observations")
    public ObservationPagePayload observations(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("revisions") @Nullable String revisions,
            @QueryParam("retracted") @Nullable String retracted,
            @QueryParam("disputed") @Nullable String disputed,
            @QueryParam("withdrawn") @Nullable String withdrawn,
            @QueryParam("cursor") @Nullable String cursor) {
        Indicator indicator = find(id);
        RowFilter filter =
                RowFilter.of(from, to, subject, revisions, retracted, disputed, withdrawn);
        Instant asked = moment(asOf);
        PinnedPlace place = PinnedPlace.of(cursor);
        Listing listing =
                place != null
                        ? ledger.goOn(indicator, filter, place.asOf())
                        : listing(indicator, filter, asked);
        Page page = ledger.page(listing, place == null ? RowPlace.START : place.place(), PAGE);
        RowPlace next = page.next();
        return new ObservationPagePayload(
                page.rows(),
                next == null ? null : new PinnedPlace(listing.moment(), next).text(),
                asked == null ? null : listing.moment(),
                licence(indicator));
    }

    private Listing listing(Indicator indicator, RowFilter filter, @Nullable Instant asked) {
        return asked == null
                ? ledger.now(indicator, filter)
                : ledger.asOf(indicator, filter, asked);
    }

    /// All rows of the ledger that were asked for, as CSV, where the licence lets so many go out at
    /// once. Rows whose own licence does not are left out; the header `Rubicon-Left-Out` names it.
    @GET
    @Path("/{id}/observations")
    @Produces(CsvTable.MEDIA_TYPE + ";qs=0.5") // who does not say what they want gets JSON
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = CsvTable.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "403",
            description = "The licence allows no bulk export; where to get the data is said")
    public Response observationsAsCsv(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("revisions") @Nullable String revisions,
            @QueryParam("retracted") @Nullable String retracted,
            @QueryParam("disputed") @Nullable String disputed,
            @QueryParam("withdrawn") @Nullable String withdrawn) {
        Indicator indicator = find(id);
        requireExportable(indicator);
        Listing listing =
                listing(
                        indicator,
                        RowFilter.of(from, to, subject, revisions, retracted, disputed, withdrawn),
                        moment(asOf));
        StreamingOutput csv = out -> LedgerCsv.write(new ListedRows(ledger, listing), out);
        return exported(indicator, csv, CsvTable.CONTENT_TYPE);
    }

    /// The rows that stand and were asked for, as documents of Every Eval Ever 0.3, where the
    /// licence lets so many go out at once.
    @GET
    @Path("/{id}/observations")
    @Produces(EvaluationDocuments.MEDIA_TYPE + ";qs=0.4")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = EvaluationDocuments.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.ARRAY)))
    @APIResponse(
            responseCode = "403",
            description = "The licence allows no bulk export; where to get the data is said")
    public Response observationsAsDocuments(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("subject") @Nullable String subject) {
        Indicator indicator = find(id);
        requireExportable(indicator);
        Listing listing =
                listing(
                        indicator,
                        RowFilter.of(from, to, subject, null, null, null, null),
                        moment(asOf));
        EvaluationDocuments documents = new EvaluationDocuments(indicator);
        StreamingOutput json = out -> documents.write(new ListedRows(ledger, listing), out);
        return exported(indicator, json, EvaluationDocuments.MEDIA_TYPE);
    }

    /// Tells which licences of values keep their rows out.
    private Response exported(Indicator indicator, StreamingOutput rows, String type) {
        List<String> leftOut =
                ledger.licences(indicator.id()).stream()
                        .filter(own -> !indicator.licence().exportOf(own).allowsBulk())
                        .toList();
        return LeftOut.in(Response.ok(rows, type), leftOut).build();
    }

    private static void requireExportable(Indicator it) {
        if (!it.licence().export().allowsBulk()) {
            throw ProblemException.forbidden(
                    "The licence allows no bulk export",
                    "the values of '%s' (licence: %s) may be quoted one by one with their source, not passed on as a table; get them where they come from: %s"
                            .formatted(it.id(), it.licence().id(), it.citation()));
        }
    }

    private static LicencePayload licence(Indicator it) {
        return new LicencePayload(it.licence().id(), it.licence().export().name());
    }

    private static @Nullable Instant moment(@Nullable String asOf) {
        return asOf == null ? null : Times.instant("asOf", asOf);
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
}
