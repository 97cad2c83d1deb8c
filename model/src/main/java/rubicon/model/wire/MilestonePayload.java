package rubicon.model.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.milestone.Milestone;

/// The `data` of `rubicon.milestone.reported.v1`, the body of `POST /milestones`, and its answers.
///
/// @param successors those of `indicators` that took the place of what was retired
/// @param retired evaluations that are no longer reported
/// @param revision set by the service
/// @param recordedAt when the chronicle knew; set by the service
public record MilestonePayload(
        @Nullable String id,
        @Nullable String source,
        @Nullable LocalDate date,
        @Nullable String precision,
        @Nullable String who,
        @Nullable String what,
        @Nullable String kind,
        @Nullable List<String> categories,
        @Nullable List<String> indicators,
        @Nullable List<String> successors,
        @Nullable List<String> retired,
        @Nullable String citation,
        @Nullable String locator,
        @Nullable String evidence,
        @Nullable Instant publishedAt,
        @Nullable Boolean withdrawn,
        @Nullable String note,
        @Nullable Instant statedAt,
        @Nullable Integer revision,
        @Nullable Instant recordedAt)
        implements ChroniclePayload {

    /// A milestone as it travels.
    public static MilestonePayload of(Milestone it) {
        return new MilestonePayload(
                it.id(),
                it.source(),
                it.date().date(),
                it.date().precision().name(),
                it.who(),
                it.what(),
                it.kind().name(),
                it.categories(),
                it.indicators().stream().map(IndicatorId::value).toList(),
                orNull(it.successors().stream().map(IndicatorId::value).toList()),
                orNull(it.retired()),
                it.citation(),
                it.locator(),
                it.evidence(),
                it.publishedAt(),
                it.withdrawn(),
                it.note(),
                null,
                null,
                null);
    }

    @Override
    public MilestonePayload answered(int number, Instant stated, Instant recorded) {
        return new MilestonePayload(
                id,
                source,
                date,
                precision,
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
                withdrawn,
                note,
                stated,
                number,
                recorded);
    }

    /// What was told before these fields were there has none of them; it is the same still.
    private static @Nullable List<String> orNull(List<String> list) {
        return list.isEmpty() ? null : list;
    }
}
