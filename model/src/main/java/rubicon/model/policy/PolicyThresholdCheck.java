package rubicon.model.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.chronicle.EntryFields;
import rubicon.model.observation.ObservedOn;
import rubicon.model.rule.Comparison;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;
import rubicon.model.wire.PolicyThresholdPayload.NumericLinePayload;

/// The door for policy thresholds: a payload becomes a [PolicyThreshold], or is refused with every
/// fault named.
public final class PolicyThresholdCheck {
    private PolicyThresholdCheck() {}

    /// Checks a payload.
    ///
    /// @param statedAt when the source told it
    /// @param now moment of the check
    public static CheckedEntry<PolicyThreshold> check(
            PolicyThresholdPayload it, Instant statedAt, Instant now) {
        EntryFields fields = new EntryFields(statedAt, now);
        String id = fields.id("id", it.id());
        String source = fields.source(it.source());
        String issuer = fields.name("issuer", it.issuer());
        String framework = fields.name("framework", it.framework());
        @Nullable String version = fields.optionalName("version", it.version());
        String level = fields.name("level", it.level());
        String test = fields.text("test", it.test());
        List<NumericLine> lines = lines(it.lines(), fields);
        List<IndicatorId> indicators = fields.indicators("indicators", it.indicators());
        ObservedOn firstSeen =
                fields.past("firstSeen", it.firstSeen(), "precision", it.precision());
        ThresholdStatus status = fields.constant("status", ThresholdStatus.class, it.status());
        @Nullable String supersededBy = fields.optionalId("supersededBy", it.supersededBy());
        if (supersededBy != null && status != ThresholdStatus.SUPERSEDED) {
            fields.fault("supersededBy", "is named, but status is %s".formatted(it.status()));
        }
        List<Determination> determinations = determinations(it.determinations(), fields);
        String citation = fields.text("citation", it.citation());
        @Nullable String locator = fields.optionalName("locator", it.locator());
        @Nullable String evidence = fields.link("evidence", it.evidence());
        @Nullable String gaps = fields.optionalText("gaps", it.gaps());
        return fields.checked(() ->
                new PolicyThreshold(
                        id,
                        source,
                        issuer,
                        framework,
                        version,
                        level,
                        test,
                        lines,
                        indicators,
                        firstSeen,
                        status,
                        supersededBy,
                        determinations,
                        citation,
                        locator,
                        evidence,
                        gaps));
    }

    private static List<NumericLine> lines(
            @Nullable List<NumericLinePayload> payloads, EntryFields fields) {
        List<NumericLine> lines = new ArrayList<>();
        for (NumericLinePayload it : fields.limited("lines", payloads)) {
            String path = "lines[%d].".formatted(lines.size());
            String indicator = fields.id(path + "indicator", it.indicator());
            if (it.value() == null) {
                fields.fault(path + "value", "is missing");
            }
            @Nullable Double value = fields.number(path + "value", it.value());
            lines.add(
                    new NumericLine(
                            new IndicatorId(indicator.isEmpty() ? "none" : indicator),
                            fields.constant(path + "op", Comparison.class, it.op()),
                            Objects.requireNonNullElse(value, 0.0),
                            fields.optionalText(path + "note", it.note())));
        }
        return lines;
    }

    private static List<Determination> determinations(
            @Nullable List<DeterminationPayload> payloads, EntryFields fields) {
        List<Determination> determinations = new ArrayList<>();
        Set<String> models = new HashSet<>();
        for (DeterminationPayload it : fields.limited("determinations", payloads)) {
            String path = "determinations[%d].".formatted(determinations.size());
            Determination read =
                    new Determination(
                            fields.name(path + "model", it.model()),
                            fields.past(
                                    path + "date", it.date(), path + "precision", it.precision()),
                            fields.constant(
                                    path + "status", DeterminationStatus.class, it.status()),
                            fields.optionalText(path + "basis", it.basis()),
                            fields.text(path + "citation", it.citation()),
                            fields.optionalName(path + "locator", it.locator()),
                            fields.link(path + "evidence", it.evidence()));
            if (!models.add(read.model() + "\n" + read.date())) {
                fields.fault(path + "model", "'%s' is judged twice".formatted(read.model()));
            }
            determinations.add(read);
        }
        return determinations;
    }
}
