package rubicon.model.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.model.rule.SeverityLevel;

/// An alert as people see it: from pending to resolved, with its evidence.
///
/// @param id `rule-vVersion-number`, never used twice
/// @param ruleVersion the version under which it began
/// @param severity the highest that is latched, or that is pending before it fires; the last one
///   once it is over
/// @param activeAt when the breach began
/// @param firedAt null until it fires, and for ever if it was not sustained
/// @param resolvedAt null while it is open
/// @param reason of its last transition
/// @param announced the severity that was last given to be told; null if none was
/// @param threshold the fire threshold of its severity
/// @param evidence of the last evaluation that could be read
/// @param validUntil the last evaluation that found it breached
public record Episode(
        String id,
        int ruleVersion,
        SeverityLevel severity,
        Instant activeAt,
        @Nullable Instant firedAt,
        @Nullable Instant resolvedAt,
        Reason reason,
        Set<EpisodeFlag> flags,
        @Nullable SeverityLevel announced,
        double threshold,
        Evidence evidence,
        Instant validUntil) {

    public Episode {
        var sorted = EnumSet.noneOf(EpisodeFlag.class);
        sorted.addAll(flags);
        flags = Collections.unmodifiableSet(sorted);
    }

    public boolean isOpen() {
        return resolvedAt == null;
    }

    Episode seen(Evidence latest, Instant until) {
        return new Episode(
                id,
                ruleVersion,
                severity,
                activeAt,
                firedAt,
                resolvedAt,
                reason,
                flags,
                announced,
                threshold,
                latest,
                until);
    }

    Episode at(SeverityLevel level, double fire) {
        return new Episode(
                id,
                ruleVersion,
                level,
                activeAt,
                firedAt,
                resolvedAt,
                reason,
                flags,
                announced,
                fire,
                evidence,
                validUntil);
    }

    Episode because(Reason latest) {
        return new Episode(
                id,
                ruleVersion,
                severity,
                activeAt,
                firedAt,
                resolvedAt,
                latest,
                flags,
                announced,
                threshold,
                evidence,
                validUntil);
    }

    Episode fired(Instant at) {
        return new Episode(
                id,
                ruleVersion,
                severity,
                activeAt,
                at,
                resolvedAt,
                reason,
                flags,
                announced,
                threshold,
                evidence,
                validUntil);
    }

    Episode resolved(Instant at) {
        return new Episode(
                id,
                ruleVersion,
                severity,
                activeAt,
                firedAt,
                at,
                reason,
                flags,
                announced,
                threshold,
                evidence,
                validUntil);
    }

    /// Its present severity is to be told.
    Episode told() {
        return new Episode(
                id,
                ruleVersion,
                severity,
                activeAt,
                firedAt,
                resolvedAt,
                reason,
                flags,
                severity,
                threshold,
                evidence,
                validUntil);
    }

    Episode with(EpisodeFlag flag) {
        var more = EnumSet.of(flag);
        more.addAll(flags);
        return new Episode(
                id,
                ruleVersion,
                severity,
                activeAt,
                firedAt,
                resolvedAt,
                reason,
                more,
                announced,
                threshold,
                evidence,
                validUntil);
    }
}
