package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.policy.Determination;
import rubicon.model.policy.NumericLine;
import rubicon.model.policy.PolicyThreshold;

/// The `data` of `rubicon.policy-threshold.reported.v1`, the body of `POST /policy-thresholds`, and
/// its answers.
///
/// @param precision of `firstSeen`
/// @param revision set by the service
/// @param recordedAt when the chronicle knew; set by the service
public record PolicyThresholdPayload(
        @Nullable String id,
        @Nullable String source,
        @Nullable String issuer,
        @Nullable String framework,
        @Nullable String version,
        @Nullable String level,
        @Nullable String test,
        @Nullable List<NumericLinePayload> lines,
        @Nullable List<String> indicators,
        @Nullable LocalDate firstSeen,
        @Nullable String precision,
        @Nullable String status,
        @Nullable String supersededBy,
        @Nullable List<DeterminationPayload> determinations,
        @Nullable String citation,
        @Nullable String locator,
        @Nullable String evidence,
        @Nullable String gaps,
        @Nullable Instant statedAt,
        @Nullable Integer revision,
        @Nullable Instant recordedAt)
        implements ChroniclePayload {

    /// A number that was published for it; `op` is `GE`, `GT`, `LE` or `LT`.
    public record NumericLinePayload(
            @Nullable String indicator,
            @Nullable String op,
            @Nullable Double value,
            @Nullable String note) {

        static NumericLinePayload of(NumericLine it) {
            return new NumericLinePayload(
                    it.indicator().value(), it.op().name(), it.value(), it.note());
        }
    }

    /// A decision about a model; `status` is `NOT_CROSSED`, `GRAY_ZONE` or `CROSSED`.
    public record DeterminationPayload(
            @Nullable String model,
            @Nullable LocalDate date,
            @Nullable String precision,
            @Nullable String status,
            @Nullable String basis,
            @Nullable String citation,
            @Nullable String locator,
            @Nullable String evidence) {

        static DeterminationPayload of(Determination it) {
            return new DeterminationPayload(
                    it.model(),
                    it.date().date(),
                    it.date().precision().name(),
                    it.status().name(),
                    it.basis(),
                    it.citation(),
                    it.locator(),
                    it.evidence());
        }
    }

    /// A threshold as it travels.
    public static PolicyThresholdPayload of(PolicyThreshold it) {
        return new PolicyThresholdPayload(
                it.id(),
                it.source(),
                it.issuer(),
                it.framework(),
                it.version(),
                it.level(),
                it.test(),
                it.lines().stream().map(NumericLinePayload::of).toList(),
                it.indicators().stream().map(IndicatorId::value).toList(),
                it.firstSeen().date(),
                it.firstSeen().precision().name(),
                it.status().name(),
                it.supersededBy(),
                it.determinations().stream().map(DeterminationPayload::of).toList(),
                it.citation(),
                it.locator(),
                it.evidence(),
                it.gaps(),
                null,
                null,
                null);
    }

    @Override
    public PolicyThresholdPayload answered(int number, Instant stated, Instant recorded) {
        return new PolicyThresholdPayload(
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
                precision,
                status,
                supersededBy,
                determinations,
                citation,
                locator,
                evidence,
                gaps,
                stated,
                number,
                recorded);
    }
}
