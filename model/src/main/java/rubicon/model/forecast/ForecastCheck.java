package rubicon.model.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.chronicle.EntryFields;
import rubicon.model.observation.ObservedOn;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.ResolutionPayload;

/// The door for people's forecasts: a payload becomes a [Forecast], or is refused with every fault
/// named.
public final class ForecastCheck {
    private ForecastCheck() {}

    /// Checks a payload.
    ///
    /// @param statedAt when the source told it
    /// @param now moment of the check
    public static CheckedEntry<Forecast> check(
            ForecastEntryPayload it, Instant statedAt, Instant now) {
        EntryFields fields = new EntryFields(statedAt, now);
        String id = fields.id("id", it.id());
        String source = fields.source(it.source());
        String who = fields.name("who", it.who());
        String what = fields.text("what", it.what());
        @Nullable IndicatorId indicator = fields.indicator("indicator", it.indicator());
        @Nullable String unit = fields.optionalName("unit", it.unit());
        boolean goal = Boolean.TRUE.equals(it.goal());
        Expectation expectation = new ExpectationReader(fields).read(it);
        if (goal && expectation instanceof Expectation.Probability) {
            fields.fault("probability", "is given, but a goal is no forecast");
        }
        @Nullable LocalDate dueFrom = fields.date("dueFrom", it.dueFrom());
        @Nullable LocalDate due = fields.date("due", it.due());
        if (dueFrom != null && (due == null || due.isBefore(dueFrom))) {
            fields.fault("due", "%s is not after dueFrom %s".formatted(due, dueFrom));
        }
        @Nullable ObservedOn statedOn =
                fields.optionalPast("statedOn", it.statedOn(), "precision", it.precision());
        String citation = fields.text("citation", it.citation());
        @Nullable String locator = fields.optionalName("locator", it.locator());
        @Nullable String evidence = fields.link("evidence", it.evidence());
        @Nullable Instant publishedAt = fields.moment("publishedAt", it.publishedAt());
        @Nullable String note = fields.optionalText("note", it.note());
        @Nullable Resolution resolution = resolution(it.resolution(), fields);
        return fields.checked(() ->
                new Forecast(
                        id,
                        source,
                        who,
                        what,
                        indicator,
                        unit,
                        expectation,
                        goal,
                        dueFrom,
                        due,
                        statedOn,
                        citation,
                        locator,
                        evidence,
                        publishedAt,
                        note,
                        resolution));
    }

    private static @Nullable Resolution resolution(
            @Nullable ResolutionPayload it, EntryFields fields) {
        if (it == null) {
            return null;
        }
        return new Resolution(
                fields.constant("resolution.outcome", Outcome.class, it.outcome()),
                fields.past("resolution.on", it.on(), "resolution.precision", null).date(),
                new ExpectationReader(fields).point("resolution", it.value(), it.date()),
                fields.text("resolution.citation", Objects.requireNonNullElse(it.citation(), "")),
                fields.link("resolution.evidence", it.evidence()),
                fields.optionalText("resolution.note", it.note()));
    }
}
