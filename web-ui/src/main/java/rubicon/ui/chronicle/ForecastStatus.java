package rubicon.ui.chronicle;

import java.time.LocalDate;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.ui.shell.Badge;

/// Where a person's forecast, or goal, stands on a day.
public enum ForecastStatus {
    OVERDUE("Due, not resolved", Badge.Tone.WARNING),
    DUE_SOON("Due soon", Badge.Tone.INFO),
    OPEN("Open", Badge.Tone.NEUTRAL),
    HAPPENED("Happened", Badge.Tone.GOOD),
    DID_NOT_HAPPEN("Did not happen", Badge.Tone.CRITICAL),
    VOID("Void", Badge.Tone.NEUTRAL);

    /// How many days before its last day a forecast is due soon.
    public static final int SOON_DAYS = 60;

    private final String title;
    private final Badge.Tone tone;

    ForecastStatus(String title, Badge.Tone tone) {
        this.title = title;
        this.tone = tone;
    }

    /// Where it stands. It is overdue once the last day is over on which it could come true and
    /// nobody has said what came of it; without such a day it stays open.
    ///
    /// @param today in UTC
    public static ForecastStatus of(ForecastEntryPayload it, LocalDate today) {
        var resolution = it.resolution();
        if (resolution != null) {
            return switch (Entries.text(resolution.outcome())) {
                case "HAPPENED" -> HAPPENED;
                case "DID_NOT_HAPPEN" -> DID_NOT_HAPPEN;
                default -> VOID;
            };
        }
        LocalDate due = it.due();
        if (due == null) {
            return OPEN;
        }
        if (due.isBefore(today)) {
            return OVERDUE;
        }
        return due.isAfter(today.plusDays(SOON_DAYS)) ? OPEN : DUE_SOON;
    }

    /// In words.
    public String title() {
        return title;
    }

    /// Whether it is known what came of it.
    public boolean isResolved() {
        return switch (this) {
            case HAPPENED, DID_NOT_HAPPEN, VOID -> true;
            case OVERDUE, DUE_SOON, OPEN -> false;
        };
    }

    /// As a badge.
    public Badge badge() {
        return new Badge(title, tone);
    }
}
