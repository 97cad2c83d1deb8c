package rubicon.ingest.analysis;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.trackrecord.OwnShapes;
import rubicon.ingest.trackrecord.OwnSteps;
import rubicon.model.analysis.Course;
import rubicon.model.analysis.GrowthCourse;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.trackrecord.MadeShape;
import rubicon.model.trackrecord.MadeSteps;
import rubicon.model.trend.Shape;

/// Has what shapes expect kept, whenever the values that they are fitted to are others, and at the
/// beginning of each year; and what ledgers of records are expected to bring, whenever they are
/// others, and at the beginning of each month. It reads ledgers by itself and asks nothing of the
/// intake; what a look takes is followed by a pause of so many times that.
///
/// Each is computed as of the moment of the newest statement or definition, so that several
/// replicas keep the same.
@ApplicationScoped
class ShapeForecasts {
    private static final Logger LOG = Logger.getLogger(ShapeForecasts.class);
    private static final int REST = 20;

    private final CatalogueService catalogue;
    private final LedgerService ledger;
    private final LedgerReader reader;
    private final OwnShapes kept;
    private final OwnSteps keptSteps;
    private final InstantSource time;
    private final Map<IndicatorId, Basis> looked = new HashMap<>();
    private @Nullable Basis all;
    private long restedAt = System.nanoTime();

    ShapeForecasts(
            CatalogueService catalogue,
            LedgerService ledger,
            LedgerReader reader,
            OwnShapes kept,
            OwnSteps keptSteps,
            InstantSource time) {
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.reader = reader;
        this.kept = kept;
        this.keptSteps = keptSteps;
        this.time = time;
    }

    /// What is expected follows from it.
    private record Basis(Instant moment, YearMonth month) {}

    @Scheduled(
            every = "${rubicon.shapes.every:60s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        if (System.nanoTime() - restedAt >= 0) {
            long began = System.nanoTime();
            keep();
            restedAt =
                    System.nanoTime()
                            + Duration.ofNanos(System.nanoTime() - began)
                                    .multipliedBy(REST)
                                    .toNanos();
        }
    }

    /// Looks at all indicators, and keeps what is new of those that something came of.
    void keep() {
        LocalDate today = LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
        List<IndicatorId> ids = List.copyOf(catalogue.current().indicators().keySet());
        Basis now =
                QuarkusTransaction.requiringNew()
                        .call(() -> new Basis(changedAt(ids, ids), YearMonth.from(today)));
        if (now.equals(all)) {
            return;
        }
        all = keep(ids, today) ? now : null;
    }

    /// @return whether all could be looked at
    private boolean keep(List<IndicatorId> ids, LocalDate today) {
        int news = 0;
        boolean isComplete = true;
        for (IndicatorId id : ids) {
            Optional<Instant> moment =
                    QuarkusTransaction.requiringNew()
                            .call(() -> settled(changedAt(List.of(id), reader.inputs(id))));
            if (moment.isEmpty()) {
                isComplete = false;
                continue; // the next look finds it
            }
            Basis basis = new Basis(moment.get(), YearMonth.from(today));
            if (!basis.equals(looked.get(id))) {
                looked.put(id, basis);
                news += isKept(id, moment.get(), today) ? 1 : 0;
            }
        }
        if (news > 0) {
            LOG.infof("Expectations kept new=%d", news);
        }
        return isComplete;
    }

    /// Begins anew, as after a restart: the next time everything is held against what was kept.
    void forget() {
        looked.clear();
        all = null;
    }

    /// When the newest of what shapes depend on came: a statement or a definition.
    private Instant changedAt(List<IndicatorId> ids, List<IndicatorId> inputs) {
        Instant newest = ledger.lastRecordedAt(inputs);
        for (IndicatorId id : ids) {
            Instant defined = catalogue.versions(id.value()).getLast().recordedAt();
            newest = defined.isAfter(newest) ? defined : newest;
        }
        return newest;
    }

    /// The moment, if all that was recorded by it is visible.
    private Optional<Instant> settled(Instant moment) {
        return ledger.settled(moment).equals(moment) ? Optional.of(moment) : Optional.empty();
    }

    /// One that fails keeps none of the others from being kept, and is tried when it is another.
    private boolean isKept(IndicatorId id, Instant moment, LocalDate today) {
        try {
            return keep(id, moment, today);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Shapes not kept indicator=%s", id);
            return false;
        }
    }

    private boolean keep(IndicatorId id, Instant moment, LocalDate today) {
        if (!reader.isAnalysed(id)) {
            return false;
        }
        Stood stood = reader.read(id, SeriesReading.COUNTED, moment);
        List<MadeShape> made = made(stood, today);
        List<MadeSteps> steps = RecordLedgers.made(stood, today);
        boolean isShaped =
                !made.isEmpty()
                        && QuarkusTransaction.requiringNew()
                                .call(() -> kept.keep(id, moment, made));
        boolean isStepped =
                !steps.isEmpty()
                        && QuarkusTransaction.requiringNew()
                                .call(() -> keptSteps.keep(id, moment, steps));
        return isShaped || isStepped;
    }

    private static List<MadeShape> made(Stood stood, LocalDate today) {
        GrowthCourse course;
        try {
            course = GrowthCourse.of(Course.of(stood.standing(), stood.cutBy()));
        } catch (IllegalArgumentException nothingTold) {
            return List.of();
        }
        GrowthCourse newest = Shapes.newest(course);
        return Arrays.stream(Shape.values())
                .flatMap(it -> MadeShape.of(it, newest, today).stream())
                .toList();
    }
}
