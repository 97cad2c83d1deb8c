package rubicon.ingest.catalogue;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import rubicon.ingest.catalogue.IndicatorVersions.Version;
import rubicon.ingest.catalogue.IndicatorVersions.Written;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.IndicatorPayload;

/// Keeps every version of every catalogue entry. At start the files are read; what changed in them
/// becomes a new version. A wrong file stops the start, and is named with the field and the reason.
/// One that gives recorded values another meaning is refused alone: the version before stays.
@Startup
@ApplicationScoped
public class CatalogueService {
    private static final Logger LOG = Logger.getLogger(CatalogueService.class);
    private static final String FILES = "files";

    private final CatalogueFiles files;
    private final IndicatorVersionRepository rows;
    private final List<IndicatorId> changedAtStart;
    private final SortedMap<String, String> refusedAtStart = new TreeMap<>();
    private volatile IndicatorVersions versions;

    CatalogueService(CatalogueFiles files, IndicatorVersionRepository rows) throws IOException {
        this.files = files;
        this.rows = rows;
        Collection<Written> written = files.read().values();
        this.changedAtStart = QuarkusTransaction.requiringNew().call(() -> append(written));
        this.versions = QuarkusTransaction.requiringNew().call(this::readAll);
        LOG.infof(
                "Catalogue read indicators=%d changed=%d",
                versions.byId().size(), changedAtStart.size());
    }

    /// A version of an entry, and who wrote it when.
    public record EntryVersion(
            IndicatorPayload entry, Origin origin, Instant recordedAt, String recordedBy) {}

    /// The catalogue in force.
    public Catalogue current() {
        return versions.newest();
    }

    /// The entries in force, ordered by id.
    public List<IndicatorPayload> entries() {
        return versions.byId().values().stream().map(it -> it.getLast().payload()).toList();
    }

    /// An entry in force.
    public Optional<IndicatorPayload> entry(String id) {
        return versions.newest(id).map(Version::payload);
    }

    /// All versions of an entry, oldest first; empty for an unknown id.
    public List<EntryVersion> versions(String id) {
        return versions.of(id).stream()
                .map(it ->
                        new EntryVersion(
                                it.payload(), it.origin(), it.recordedAt(), it.recordedBy()))
                .toList();
    }

    /// Whether an entry had been written by a moment.
    public boolean isThere(IndicatorId id, Instant moment) {
        List<IndicatorVersions.Version> all = versions.of(id.value());
        return !all.isEmpty() && !all.getFirst().recordedAt().isAfter(moment);
    }

    /// An indicator as it was defined at a moment; as it was defined first for an earlier one.
    public Optional<Indicator> at(IndicatorId id, Instant moment) {
        return versions.at(id.value(), moment).map(Version::indicator);
    }

    /// Entries that were there before and that a file changed at this start.
    public List<IndicatorId> changedAtStart() {
        return changedAtStart;
    }

    /// Files that were refused at this start, by name, each with why; the entry of the version
    /// before is in force.
    public SortedMap<String, String> refusedAtStart() {
        return Collections.unmodifiableSortedMap(refusedAtStart);
    }

    /// A checked entry of its text, YAML or JSON.
    ///
    /// @throws ProblemException if it is not valid, if it names another id, if the entry of that id
    ///   belongs to a file, or if it would give another meaning to values that are recorded
    public Indicator check(String id, String text) {
        return written(id, text).indicator();
    }

    /// Writes the next version of an entry of one's own. To be followed by [#refresh] once the
    /// transaction has committed.
    ///
    /// @return the catalogue with it; empty where it says nothing new
    /// @throws ProblemException as [#check]
    @Transactional(TxType.MANDATORY)
    public Optional<Catalogue> put(String id, String text, String by) {
        rows.lock();
        IndicatorVersions now = readAll();
        Written written = written(id, text);
        Optional<Integer> number = now.nextNumber(written);
        number.ifPresent(it -> persist(written, it, by));
        return number.map(_ -> withNewest(now, written));
    }

    /// Reads what other replicas wrote. They are asked for often enough that a page or a rule never
    /// lags long; an observation of an indicator that is not known yet asks at once.
    @Scheduled(every = "2s")
    @Transactional
    public void refresh() {
        if (rows.count() != versions.size()) {
            versions = readAll();
        }
    }

    private List<IndicatorId> append(Collection<Written> written) {
        rows.lock();
        IndicatorVersions now = readAll();
        List<IndicatorId> changed = new ArrayList<>();
        for (Written each : written) {
            List<Violation> otherMeaning = now.otherMeaning(each.indicator());
            if (!otherMeaning.isEmpty()) {
                refuse(each, otherMeaning);
                continue;
            }
            now.nextNumber(each)
                    .ifPresent(number -> {
                        persist(each, number, FILES);
                        if (number > 1) {
                            changed.add(each.indicator().id());
                        }
                    });
        }
        return List.copyOf(changed);
    }

    private void refuse(Written written, List<Violation> violations) {
        String why =
                violations.stream()
                        .map(it -> it.field() + " " + it.message())
                        .collect(Collectors.joining("; "));
        refusedAtStart.put(written.where(), why);
        LOG.errorf(
                "Catalogue file refused, the version before stays path=%s indicator=%s error=%s",
                written.where(), written.indicator().id(), why);
    }

    private void persist(Written written, int number, String by) {
        IndicatorVersionEntity row = new IndicatorVersionEntity();
        row.id = new IndicatorVersionEntity.Id(written.indicator().id().value(), number);
        row.spec = written.payload();
        row.origin = written.origin();
        row.recordedAt = rows.now();
        row.recordedBy = by;
        rows.persist(row);
    }

    private Written written(String id, String text) {
        IndicatorPayload payload;
        try {
            payload = files.parse(text);
        } catch (JacksonException e) {
            throw ProblemException.refused("body", e.getOriginalMessage());
        }
        if (payload.id() != null && !payload.id().equals(id)) {
            throw ProblemException.refused(
                    "id", "'%s' is not the '%s' of the address".formatted(payload.id(), id));
        }
        IndicatorPayload named = payload.withId(id);
        Indicator indicator =
                switch (IndicatorReader.read(named)) {
                    case IndicatorReader.Valid(Indicator valid) -> valid;
                    case IndicatorReader.Invalid(var violations) ->
                            throw ProblemException.refused(
                                    violations.stream()
                                            .map(it -> new FieldProblem(it.field(), it.message()))
                                            .toList());
                };
        requireSameMeaning(versions, indicator);
        return new Written(indicator, named, Origin.REST, "body");
    }

    /// Values that are recorded keep the meaning that they were recorded with.
    private static void requireSameMeaning(IndicatorVersions versions, Indicator after) {
        Optional<Version> before = versions.newest(after.id().value());
        if (before.isPresent() && before.get().origin() != Origin.REST) {
            throw ProblemException.conflict(
                    "the indicator '%s' belongs to a file of the catalogue; make one of your own"
                            .formatted(after.id()));
        }
        List<Violation> changed = versions.otherMeaning(after);
        if (!changed.isEmpty()) {
            throw ProblemException.refused(
                    changed.stream()
                            .map(it -> new FieldProblem(it.field(), it.message()))
                            .toList());
        }
    }

    private static Catalogue withNewest(IndicatorVersions now, Written written) {
        List<Indicator> all = new ArrayList<>(now.newest().indicators().values());
        all.removeIf(it -> it.id().equals(written.indicator().id()));
        all.add(written.indicator());
        try {
            return Catalogue.of(all);
        } catch (IllegalArgumentException e) {
            throw ProblemException.refused("trend.cutBy", String.valueOf(e.getMessage()));
        }
    }

    private IndicatorVersions readAll() {
        return IndicatorVersions.of(rows.all().stream().map(CatalogueService::version).toList());
    }

    private static Version version(IndicatorVersionEntity row) {
        IndicatorPayload payload = row.spec.withVersion(row.id.version());
        return switch (IndicatorReader.read(payload)) {
            case IndicatorReader.Valid(Indicator indicator) ->
                    new Version(
                            indicator,
                            payload,
                            row.origin,
                            row.id.version(),
                            row.recordedAt,
                            row.recordedBy);
            case IndicatorReader.Invalid(var violations) ->
                    throw new IllegalStateException(
                            "stored entry %s is not valid: %s".formatted(row.id, violations));
        };
    }
}
