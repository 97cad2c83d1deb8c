package rubicon.model.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.HumanBaseline;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.Licence;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.catalogue.Unit;
import rubicon.model.catalogue.View;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.RetractionReason;
import rubicon.model.observation.Subject;

/// Small domain objects.
public final class Samples {
    public static final IndicatorId P50 = new IndicatorId("horizon-p50");
    public static final IndicatorId P80 = new IndicatorId("horizon-p80");
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private Samples() {}

    /// A horizon in minutes, the source `first` ranked before `second`.
    public static Indicator horizon(
            IndicatorId id, Direction direction, @Nullable TrendWindow trend) {
        return horizon(id, direction, trend, null);
    }

    /// The same with a tolerance for silence.
    public static Indicator horizon(
            IndicatorId id,
            Direction direction,
            @Nullable TrendWindow trend,
            @Nullable Duration staleAfter) {
        return new Indicator(
                id,
                "A horizon",
                Kind.MEASUREMENT,
                new Unit("min"),
                Scale.LOG,
                new Bounds(0.0, true, null, false),
                direction,
                null,
                null,
                null,
                View.MODEL,
                List.of(),
                DateMeaning.RELEASE,
                Identity.SUBJECT,
                trend,
                null,
                Feed.LIVE,
                staleAfter,
                List.of("first", "second"),
                Evaluator.THIRD_PARTY,
                new Licence("MIT", Export.YES),
                "c",
                "d",
                null,
                List.of(),
                List.of(),
                1);
    }

    /// The same indicator, of which a subject has one value or many.
    public static Indicator withIdentity(Indicator it, Identity identity) {
        return with(it, it.scale(), it.bounds(), identity, it.plausibility());
    }

    /// The same indicator, with what it holds for impossible.
    ///
    /// @param plausibility null for nothing
    public static Indicator withPlausibility(Indicator it, @Nullable Double plausibility) {
        return with(it, it.scale(), it.bounds(), it.identity(), plausibility);
    }

    /// The same indicator on another scale.
    public static Indicator withScale(Indicator it, Scale scale, Bounds bounds) {
        return with(it, scale, bounds, it.identity(), it.plausibility());
    }

    /// The same indicator with what its chart marks.
    public static Indicator withMarks(
            Indicator it,
            @Nullable NoiseCeiling ceiling,
            @Nullable HumanBaseline people,
            List<ReferenceLine> lines) {
        return new Indicator(
                it.id(),
                it.title(),
                it.kind(),
                it.unit(),
                it.scale(),
                it.bounds(),
                it.direction(),
                ceiling,
                it.normalisation(),
                people,
                it.view(),
                it.categories(),
                it.date(),
                it.identity(),
                it.trend(),
                it.runs(),
                it.feed(),
                it.staleAfter(),
                it.sources(),
                it.evaluator(),
                it.licence(),
                it.citation(),
                it.description(),
                it.plausibility(),
                it.variants(),
                lines,
                it.version());
    }

    /// The same indicator as another kind, fed otherwise, dated by the result.
    public static Indicator ofKind(Indicator it, Kind kind, Feed feed) {
        return new Indicator(
                it.id(),
                it.title(),
                kind,
                it.unit(),
                it.scale(),
                it.bounds(),
                it.direction(),
                it.noiseCeiling(),
                it.normalisation(),
                it.humanBaseline(),
                it.view(),
                it.categories(),
                DateMeaning.RESULT,
                it.identity(),
                it.trend(),
                it.runs(),
                feed,
                it.staleAfter(),
                it.sources(),
                it.evaluator(),
                it.licence(),
                it.citation(),
                it.description(),
                it.plausibility(),
                it.variants(),
                it.lines(),
                it.version());
    }

    /// The same observation from another start.
    public static Observation startedFrom(Observation it, String start) {
        return new Observation(
                it.key(),
                it.subject(),
                it.estimate(),
                it.qualifier(),
                it.observedOn(),
                it.publishedAt(),
                start,
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    /// The same observation of a value that is not meant exactly.
    public static Observation qualified(Observation it, Qualifier qualifier) {
        return new Observation(
                it.key(),
                it.subject(),
                it.estimate(),
                qualifier,
                it.observedOn(),
                it.publishedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    private static Indicator with(
            Indicator it,
            Scale scale,
            Bounds bounds,
            Identity identity,
            @Nullable Double plausibility) {
        return new Indicator(
                it.id(),
                it.title(),
                it.kind(),
                it.unit(),
                scale,
                bounds,
                it.direction(),
                it.noiseCeiling(),
                it.normalisation(),
                it.humanBaseline(),
                it.view(),
                it.categories(),
                it.date(),
                identity,
                it.trend(),
                it.runs(),
                it.feed(),
                it.staleAfter(),
                it.sources(),
                it.evaluator(),
                it.licence(),
                it.citation(),
                it.description(),
                plausibility,
                it.variants(),
                it.lines(),
                it.version());
    }

    /// The same observation with one more tag.
    public static Observation tagged(Observation it, String tag, String value) {
        TreeMap<String, String> tags = new TreeMap<>(it.tags());
        tags.put(tag, value);
        return new Observation(
                it.key(),
                it.subject(),
                it.estimate(),
                it.qualifier(),
                it.observedOn(),
                it.publishedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                tags,
                it.provenance());
    }

    /// The same value of a subject with another name.
    public static Observation named(Observation it, String model) {
        Subject was = it.subject();
        return new Observation(
                it.key(),
                new Subject(model, was.developer(), was.scaffold(), was.releasedOn(), was.actor()),
                it.estimate(),
                it.qualifier(),
                it.observedOn(),
                it.publishedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    /// The same value under another key of its source.
    public static Observation withId(Observation it, String externalId) {
        return new Observation(
                new ObservationKey(it.key().source(), it.key().indicator(), externalId),
                it.subject(),
                it.estimate(),
                it.qualifier(),
                it.observedOn(),
                it.publishedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    /// The same value with an interval.
    public static Observation withInterval(Observation it, double low, double high) {
        return new Observation(
                it.key(),
                it.subject(),
                new Estimate(it.estimate().value(), low, high, null, null, null),
                it.qualifier(),
                it.observedOn(),
                it.publishedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    public static Observation observation(
            IndicatorId indicator, String source, String model, double value, String date) {
        return new Observation(
                new ObservationKey(source, indicator, model),
                new Subject(model, null, null, null, Actor.AI),
                Estimate.of(value),
                null,
                ObservedOn.day(LocalDate.parse(date)),
                null,
                null,
                Evaluator.THIRD_PARTY,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                Provenance.NONE);
    }

    /// A statement of a value; recorded in the order of `event`.
    public static Statement reported(String event, String statedAt, Observation observation) {
        return new Statement(
                "row-" + event,
                new EventKey("test", event),
                observation.key(),
                Instant.parse(statedAt),
                NOW,
                new Content.Reported(observation));
    }

    public static Statement retracted(String event, String statedAt, ObservationKey key) {
        return retracted(event, statedAt, key, RetractionReason.WITHDRAWN);
    }

    /// A retraction for a reason.
    public static Statement retracted(
            String event, String statedAt, ObservationKey key, RetractionReason reason) {
        return new Statement(
                "row-" + event,
                new EventKey("test", event),
                key,
                Instant.parse(statedAt),
                NOW,
                new Content.Retracted(reason, null));
    }
}
