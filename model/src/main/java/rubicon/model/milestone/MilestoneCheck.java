package rubicon.model.milestone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.chronicle.EntryFields;
import rubicon.model.observation.ObservedOn;
import rubicon.model.wire.MilestonePayload;

/// The door for milestones: a payload becomes a [Milestone], or is refused with every fault named.
public final class MilestoneCheck {
    private MilestoneCheck() {}

    /// Checks a payload.
    ///
    /// @param statedAt when the source told it
    /// @param now moment of the check
    public static CheckedEntry<Milestone> check(
            MilestonePayload it, Instant statedAt, Instant now) {
        EntryFields fields = new EntryFields(statedAt, now);
        String id = fields.id("id", it.id());
        String source = fields.source(it.source());
        ObservedOn date = fields.past("date", it.date(), "precision", it.precision());
        String who = fields.name("who", it.who());
        String what = fields.text("what", it.what());
        MilestoneKind kind = fields.constant("kind", MilestoneKind.class, it.kind());
        List<String> categories = fields.ids("categories", it.categories());
        List<IndicatorId> indicators = fields.indicators("indicators", it.indicators());
        List<IndicatorId> successors = fields.indicators("successors", it.successors());
        if (!indicators.containsAll(successors)) {
            fields.fault("successors", "names what 'indicators' does not");
        }
        List<String> retired = fields.names("retired", it.retired());
        String citation = fields.text("citation", it.citation());
        @Nullable String locator = fields.optionalName("locator", it.locator());
        @Nullable String evidence = fields.link("evidence", it.evidence());
        @Nullable Instant publishedAt = fields.moment("publishedAt", it.publishedAt());
        @Nullable String note = fields.optionalText("note", it.note());
        return fields.checked(() ->
                new Milestone(
                        id,
                        source,
                        date,
                        who,
                        what,
                        kind,
                        categories,
                        indicators,
                        successors,
                        retired,
                        citation,
                        locator,
                        evidence,
                        publishedAt,
                        Boolean.TRUE.equals(it.withdrawn()),
                        note));
    }
}
