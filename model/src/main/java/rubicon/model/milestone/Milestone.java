package rubicon.model.milestone;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservedOn;

/// A dated claim or event.
///
/// @param source who tells it here
/// @param date when it happened or was claimed
/// @param who did or said it
/// @param what in one or two sentences
/// @param categories kinds of R&D work that it speaks of
/// @param indicators on whose charts it is worth a mark
/// @param successors those of the indicators that took the place of what was retired
/// @param retired names of evaluations that are no longer reported since
/// @param citation the document that is cited
/// @param locator where in the document
/// @param evidence address of it
/// @param publishedAt when the world could know; null if not stated
/// @param withdrawn whether the source took it back
public record Milestone(
        String id,
        String source,
        ObservedOn date,
        String who,
        String what,
        MilestoneKind kind,
        List<String> categories,
        List<IndicatorId> indicators,
        List<IndicatorId> successors,
        List<String> retired,
        String citation,
        @Nullable String locator,
        @Nullable String evidence,
        @Nullable Instant publishedAt,
        boolean withdrawn,
        @Nullable String note) {
    public Milestone {
        categories = List.copyOf(categories);
        indicators = List.copyOf(indicators);
        successors = List.copyOf(successors);
        retired = List.copyOf(retired);
    }
}
