package rubicon.simulator.projection;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.saved.ScenarioId;
import rubicon.simulator.saved.Scenarios;

/// What scenarios said of what the ledger held.
@Path("/api/v1/scenarios")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public final class ProjectionResource {
    private static final int MOST = 400;

    private final Scenarios scenarios;
    private final Projections projections;
    private final Scoring scoring;

    ProjectionResource(Scenarios scenarios, Projections projections, Scoring scoring) {
        this.scenarios = scenarios;
        this.projections = projections;
        this.scoring = scoring;
    }

    /// Projections, the newest four hundred; `next` is null.
    ///
    /// @param failure why nothing was said when the scenario was last looked at; null if something
    ///   was
    public record ProjectionPage(
            List<ProjectionPayload> items,
            @Nullable String next,
            @Nullable ProjectionFailure failure) {}

    /// What a scenario said, the newest first, with its score where the day has come. What one said
    /// that is deleted stays readable.
    @GET
    @Path("/{id}/projections")
    public ProjectionPage projections(String id) {
        ScenarioId scenario = find(id);
        return new ProjectionPage(
                scoring.of(projections.of(scenario, MOST)),
                null,
                projections.failure(scenario).orElse(null));
    }

    private ScenarioId find(String id) {
        try {
            ScenarioId asked = new ScenarioId(id);
            if (scenarios.isKnown(asked)) {
                return asked;
            }
        } catch (IllegalArgumentException e) {
            // Told below: no scenario has such an id.
        }
        throw new ProblemException(
                Problem.of(404, "Not found", "no scenario is called '%s'".formatted(id)));
    }
}
