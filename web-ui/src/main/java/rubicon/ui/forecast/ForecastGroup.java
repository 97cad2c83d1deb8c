package rubicon.ui.forecast;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.ui.chronicle.ForecastStatus;

/// How forecasts are gathered: what asks for an answer first, goals apart, since a goal says what
/// somebody wants and not what will be.
enum ForecastGroup {
    OVERDUE("Due, and nobody has said what came of it"),
    DUE_SOON("Due within " + ForecastStatus.SOON_DAYS + " days"),
    OPEN("Open"),
    RESOLVED("Resolved"),
    GOALS("Goals, which are no forecasts");

    private final String title;

    ForecastGroup(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The forecasts of this group, in the order in which they came.
    ///
    /// @param today in UTC
    List<ForecastEntryPayload> of(List<ForecastEntryPayload> all, LocalDate today) {
        return all.stream().filter(it -> of(it, today) == this).toList();
    }

    /// Where one belongs.
    static ForecastGroup of(ForecastEntryPayload it, LocalDate today) {
        if (Boolean.TRUE.equals(it.goal())) {
            return GOALS;
        }
        return switch (ForecastStatus.of(it, today)) {
            case OVERDUE -> OVERDUE;
            case DUE_SOON -> DUE_SOON;
            case OPEN -> OPEN;
            case HAPPENED, DID_NOT_HAPPEN, VOID -> RESOLVED;
        };
    }
}
