package rubicon.ingest.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

/// An observation in the making, on behalf of a connector: a row of a file, with its provenance.
/// What is not said stays out.
public final class Report {
    private final Fetched file;
    private final ProvenancePayload provenance;
    private final String indicator;
    private final String externalId;
    private final Map<String, String> tags = new TreeMap<>();
    private @Nullable String model;
    private @Nullable String developer;
    private @Nullable String scaffold;
    private @Nullable LocalDate releasedOn;
    private String actor = "AI";
    private @Nullable Double value;
    private @Nullable Double low;
    private @Nullable Double high;
    private @Nullable Double level;
    private @Nullable String method;
    private @Nullable Long n;
    private @Nullable String unit;
    private @Nullable String qualifier;
    private @Nullable LocalDate observedOn;
    private String precision = "DAY";
    private @Nullable Instant publishedAt;
    private @Nullable String startingPoint;
    private @Nullable String evaluator;
    private @Nullable String evidence;
    private @Nullable String note;
    private @Nullable String disputed;

    private Report(
            Connector connector,
            Fetched file,
            String licence,
            String indicator,
            String externalId) {
        this.file = file;
        this.indicator = indicator;
        this.externalId = externalId;
        this.provenance = file.provenance(connector, licence);
    }

    /// A report of a row.
    ///
    /// @param licence of the upstream, such as `MIT`; [Fetched#NONE_STATED] where it names none
    /// @param externalId the upstream's own key of the row, verbatim
    public static Report of(
            Connector connector,
            Fetched file,
            String licence,
            String indicator,
            String externalId) {
        return new Report(connector, file, licence, indicator, externalId);
    }

    /// The model by its upstream name: as the aliases resolve it, or that name itself, marked with
    /// the tag `unresolved`.
    public Report model(String verbatim, Aliases aliases) {
        aliases.name(verbatim)
                .ifPresentOrElse(
                        name -> {
                            model = name.model();
                            developer = name.developer();
                            scaffold = name.scaffold() == null ? scaffold : name.scaffold();
                            if (name.effort() != null) {
                                tags.put("effort", name.effort());
                            }
                        },
                        () -> {
                            model = verbatim;
                            tags.put(OwnAliases.UNRESOLVED, "true");
                        });
        return this;
    }

    /// A subject whose name needs no resolving.
    public Report model(@Nullable String name) {
        model = name;
        return this;
    }

    public Report developer(@Nullable String name) {
        developer = name;
        return this;
    }

    public Report scaffold(@Nullable String name) {
        scaffold = name;
        return this;
    }

    public Report releasedOn(@Nullable LocalDate day) {
        releasedOn = day;
        return this;
    }

    /// `HUMAN`, `AI` (as it is, if nothing is said) or `CENTAUR`.
    public Report actor(String who) {
        actor = who;
        return this;
    }

    public Report value(double number, String itsUnit) {
        value = number;
        unit = itsUnit;
        return this;
    }

    /// The ends of an interval; null where it is open.
    ///
    /// @param coverage in (0, 1); null where nobody says
    /// @param how such as `STANDARD_ERROR`
    public Report interval(
            @Nullable Double lower,
            @Nullable Double upper,
            @Nullable Double coverage,
            @Nullable String how) {
        low = lower;
        high = upper;
        level = coverage;
        method = how;
        return this;
    }

    /// Cases behind the value.
    public Report cases(long count) {
        n = count;
        return this;
    }

    /// One of `~ < <= > >=`.
    public Report qualifier(@Nullable String symbol) {
        qualifier = symbol;
        return this;
    }

    public Report observedOn(@Nullable LocalDate day) {
        observedOn = day;
        return this;
    }

    /// The first day of a period, and its length: `MONTH`, `QUARTER`, `YEAR`.
    public Report observedIn(LocalDate firstDay, String length) {
        observedOn = firstDay;
        precision = length;
        return this;
    }

    /// When the world could know; the file's date, if nothing is said.
    public Report publishedAt(@Nullable Instant at) {
        publishedAt = at;
        return this;
    }

    public Report startingPoint(@Nullable String name) {
        startingPoint = name;
        return this;
    }

    /// `FIRST_PARTY`, `THIRD_PARTY`, `COLLABORATIVE` or `OTHER`; the catalogue's word for the
    /// indicator, if nothing is said.
    public Report evaluator(String relationship) {
        evaluator = relationship;
        return this;
    }

    public Report evidence(@Nullable String url) {
        evidence = url;
        return this;
    }

    public Report note(@Nullable String text) {
        note = text;
        return this;
    }

    /// Why the value cannot be trusted: it is shown and does not count.
    public Report disputed(@Nullable String reason) {
        disputed = reason;
        return this;
    }

    public Report tag(String name, String content) {
        tags.put(name, content);
        return this;
    }

    /// The observation.
    public ObservationPayload build() {
        return new ObservationPayload(
                file.source(),
                externalId,
                indicator,
                new SubjectPayload(model, developer, scaffold, releasedOn, actor),
                value,
                low,
                high,
                level,
                method,
                n,
                unit,
                qualifier,
                observedOn,
                precision,
                publishedAt == null ? file.statedAt() : publishedAt,
                file.statedAt(),
                startingPoint,
                evaluator,
                evidence,
                note,
                disputed,
                null,
                tags,
                provenance);
    }
}
