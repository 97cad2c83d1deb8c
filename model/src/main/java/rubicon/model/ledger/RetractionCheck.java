package rubicon.model.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.RetractionReason;
import rubicon.model.wire.RetractionPayload;

/// The door of the ledger for retractions.
public final class RetractionCheck {
    private final Catalogue catalogue;

    public RetractionCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /// What became of a payload at the door.
    public sealed interface Checked {}

    /// The observation that is withdrawn, and why.
    public record Valid(ObservationKey key, Content.Retracted content) implements Checked {}

    /// Each fault by its field; never empty.
    public record Refused(List<Violation> violations) implements Checked {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Checks a payload.
    ///
    /// @param statedAt when the source stated it
    /// @param now moment of the check
    public Checked check(RetractionPayload payload, Instant statedAt, Instant now) {
        Faults faults = new Faults();
        Times.checkPast("time", statedAt, now, faults);
        String source = faults.required("source", payload.source(), 100);
        String externalId = faults.required("externalId", payload.externalId(), 300);
        String id = faults.required("indicator", payload.indicator(), 100);
        Indicator indicator = id == null ? null : catalogue.find(id).orElse(null);
        if (id != null && indicator == null) {
            faults.add("indicator", "'%s' is not in the catalogue".formatted(id));
        }
        RetractionReason reason = reason(payload.reason(), faults);
        String text = faults.optional("text", payload.text(), 4_000);
        if (faults.any()
                || source == null
                || externalId == null
                || indicator == null
                || reason == null) {
            return new Refused(faults.list());
        }
        return new Valid(
                new ObservationKey(source, indicator.id(), externalId),
                new Content.Retracted(reason, text));
    }

    private static @Nullable RetractionReason reason(@Nullable String name, Faults faults) {
        if (name == null) {
            faults.add("reason", "is missing");
        }
        return faults.constant("reason", RetractionReason.class, name);
    }
}
