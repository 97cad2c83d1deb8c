package rubicon.model.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An episode as it stands: the value on `rubicon.alerts` and the answer of `/alerts/{id}`.
///
/// @param version rises with every change; a consumer drops lower ones
/// @param condition `NORMAL`, `PENDING`, `FIRING` or `RECOVERING`
/// @param health `OK`, `NO_DATA`, `MISSING`, `STALE` or `ERROR`
/// @param reading which values the rule asked: `CLEAN`, `COUNTED`, `STANDING`, `INDEPENDENT`; null
///   where it asks none
/// @param observations ids of the ledger rows that are its evidence
/// @param asOf the ledger time of the data that moved it last
public record AlertPayload(
        String id,
        long version,
        String rule,
        int ruleVersion,
        String title,
        String indicator,
        String unit,
        String condition,
        String health,
        @Nullable String severity,
        @Nullable Instant activeAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        @Nullable String reason,
        List<String> flags,
        @Nullable Double value,
        @Nullable String subject,
        @Nullable String reading,
        @Nullable Double threshold,
        List<String> observations,
        Instant asOf,
        @Nullable AcknowledgementPayload acknowledged,
        Map<String, String> labels,
        List<TransitionPayload> transitions) {

    /// Who took note of it.
    public record AcknowledgementPayload(String by, Instant at, @Nullable String note) {}

    /// One step of the episode.
    ///
    /// @param at virtual time of the evaluation
    /// @param observations ids of the ledger rows that were its input
    /// @param dataAsOf ledger time of the data that it saw
    /// @param evaluator what evaluated: a release, a timer, a person
    public record TransitionPayload(
            Instant at,
            String from,
            String to,
            @Nullable String severity,
            String reason,
            String health,
            @Nullable Double value,
            @Nullable Double threshold,
            int ruleVersion,
            List<String> observations,
            Instant dataAsOf,
            String evaluator) {}
}
