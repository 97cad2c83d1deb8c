package rubicon.ingest.analysis;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.indicator.Readings;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Role;
import rubicon.ingest.platform.Times;
import rubicon.model.analysis.RecordEntries;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.Indicator;
import rubicon.model.wire.CrossingPayload;
import rubicon.model.wire.JumpsPayload;
import rubicon.model.wire.PairedComparisonPayload;
import rubicon.model.wire.RecordLedgerPayload;
import rubicon.model.wire.ShapesPayload;

/// What the ledger says of an indicator beyond its state.
@Tag(name = "Indicators")
@Path("/api/v1/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.VIEWER_NAME)
public final class AnalysisResource {
    /// Those who hold the record of the longest tasks are what is meant by a generation.
    private static final String GENERATIONS = "metr-horizon-p50";

    private final LedgerReader reader;
    private final ShapeComparisons shapes;
    private final Comparisons comparisons;

    AnalysisResource(LedgerReader reader, ShapeComparisons shapes, Comparisons comparisons) {
        this.reader = reader;
        this.shapes = shapes;
        this.comparisons = comparisons;
    }

    /// How the course may go on: exponential, quadratic, with a change of slope or saturating, each
    /// with its score on values that it did not know, and whether the data can tell them apart.
    ///
    /// @param reading as for the state
    @GET
    @Path("/{id}/shapes")
    @APIResponse(responseCode = "200", description = "What is not known has its reason")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    @APIResponse(responseCode = "404", description = "No such indicator")
    @APIResponse(responseCode = "409", description = "It holds more than is analysed")
    public ShapesPayload shapes(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("reading") @Nullable String reading) {
        return Shapes.of(stood(id, reading, asOf), shapes);
    }

    /// When a threshold will be crossed that somebody asks for, marked in the catalogue or not:
    /// days for 10, 50 and 90 % and chances by the ends of years, by several windows of the course.
    ///
    /// @param threshold in the indicator's unit, within its bounds
    /// @param reading as for the state
    @GET
    @Path("/{id}/crossing")
    @APIResponse(responseCode = "200", description = "What is not known has its reason")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    @APIResponse(responseCode = "404", description = "No such indicator")
    @APIResponse(responseCode = "409", description = "It holds more than is analysed")
    public CrossingPayload crossing(
            String id,
            @QueryParam("threshold") @Nullable String threshold,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("reading") @Nullable String reading) {
        Indicator known = reader.find(id);
        double asked = Crossings.threshold(threshold);
        return Crossings.of(reader.read(known.id(), Readings.of(reading), moment(asOf)), asked);
    }

    /// Jumps and plateaus from one generation of models to the next, and where the series of
    /// records changes.
    ///
    /// @param generations indicator whose record holders, on the days that they were released, are
    ///   the generations; where left out `metr-horizon-p50`
    /// @param reading as for the state
    @GET
    @Path("/{id}/jumps")
    @APIResponse(responseCode = "200", description = "What is not known has its reason")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    @APIResponse(responseCode = "404", description = "No such indicator")
    @APIResponse(responseCode = "409", description = "It holds more than is analysed")
    public JumpsPayload jumps(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("generations") @Nullable String generations,
            @QueryParam("reading") @Nullable String reading) {
        Stood stood = stood(id, reading, asOf);
        String named = generations == null ? GENERATIONS : generations;
        Optional<Indicator> of = reader.known(named);
        if (of.isEmpty() && generations != null) {
            throw ProblemException.refused(
                    "generations", "no indicator is called '%s'".formatted(generations));
        }
        return Jumps.of(
                stood,
                named,
                of.map(it -> reader.read(it.id(), SeriesReading.COUNTED, moment(asOf))));
    }

    /// The steps of a ledger of records: who made them, how deep they went, and by which law they
    /// get harder.
    ///
    /// @param since day from which the ledger is read a second time by itself; where left out, a
    ///   year before the day of the answer
    /// @param reading as for the state
    @GET
    @Path("/{id}/record-ledger")
    @APIResponse(responseCode = "200", description = "What is not known has its reason")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    @APIResponse(responseCode = "404", description = "No such indicator")
    @APIResponse(responseCode = "409", description = "It is no ledger of records, or too long")
    public RecordLedgerPayload recordLedger(
            String id,
            @QueryParam("asOf") @Nullable String asOf,
            @QueryParam("since") @Nullable String since,
            @QueryParam("reading") @Nullable String reading) {
        var day = since == null ? null : Times.day("since", since);
        Stood stood = stood(id, reading, asOf);
        RecordEntries.whyNot(stood.indicator())
                .ifPresent(why -> {
                    throw ProblemException.conflict(
                            "'%s' is no ledger of records: %s".formatted(id, why));
                });
        return RecordLedgers.of(stood, day);
    }

    /// Two agents compared on the tasks of the indicator's suite that both were given, with the
    /// error that follows from families of tasks.
    ///
    /// @param a an agent of the suite
    /// @param b another one
    /// @param asOf by the runs as they were known then
    @GET
    @Path("/{id}/comparison")
    @APIResponse(responseCode = "200", description = "What is not known has its reason")
    @APIResponse(responseCode = "400", description = "A parameter is at fault")
    @APIResponse(responseCode = "404", description = "No such indicator")
    @APIResponse(
            responseCode = "409",
            description = "The indicator names no suite of runs, or the two have too many")
    public PairedComparisonPayload comparison(
            String id,
            @QueryParam("a") @Nullable String a,
            @QueryParam("b") @Nullable String b,
            @QueryParam("asOf") @Nullable String asOf) {
        Indicator indicator = reader.find(id);
        Instant moment = moment(asOf);
        List<FieldProblem> faults = new ArrayList<>();
        String first = named("a", a, faults);
        String second = named("b", b, faults);
        if (faults.isEmpty() && first.equals(second)) {
            faults.add(new FieldProblem("b", "is the same agent as a"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.refused(faults);
        }
        return comparisons.of(indicator, first, second, moment);
    }

    private static String named(String field, @Nullable String agent, List<FieldProblem> faults) {
        if (agent == null || agent.isBlank()) {
            faults.add(new FieldProblem(field, "is needed: the name of an agent of the suite"));
            return "";
        }
        return agent;
    }

    private Stood stood(String id, @Nullable String reading, @Nullable String asOf) {
        return reader.read(reader.find(id).id(), Readings.of(reading), moment(asOf));
    }

    private static @Nullable Instant moment(@Nullable String asOf) {
        return asOf == null ? null : Times.instant("asOf", asOf);
    }
}
