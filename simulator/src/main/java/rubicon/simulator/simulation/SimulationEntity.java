package rubicon.simulator.simulation;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// A row of `simulation`.
@Entity
@NullUnmarked
@Table(name = "simulation")
class SimulationEntity {
    /// How far a run is.
    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    @Id UUID id;
    String model;

    @Column(name = "spec_version")
    String specVersion;

    String request;
    long samples;
    int blocks;
    int chunk;
    int done;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "created_by")
    String createdBy;

    Instant deadline;

    @Column(name = "moved_at")
    Instant movedAt;

    @Column(name = "finished_at")
    Instant finishedAt;

    String problem;

    /// Null for a run of no scenario.
    String scenario;

    @Column(name = "scenario_version")
    Integer scenarioVersion;

    /// What was read from the ledger, as JSON; null if nothing was.
    String readings;

    /// Null for a run that makes no projection.
    String projection;

    /// Asked for by itself ([SimulationRepository#result]): it is large.
    @Basic(fetch = FetchType.LAZY)
    String result;

    boolean isRunning() {
        return state == State.RUNNING;
    }

    void finish(State how, Instant at, String why) {
        state = how;
        finishedAt = at;
        problem = why;
    }
}
