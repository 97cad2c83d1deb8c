package rubicon.ingest.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Keyset;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.PagePayload;

/// The list of episodes, a page at a time.
@ApplicationScoped
class AlertPages {
    private static final int LIMIT = 500;

    private final AlertRepository alerts;

    AlertPages(AlertRepository alerts) {
        this.alerts = alerts;
    }

    /// Episodes, newest first, from a place on; a null narrows nothing.
    @Transactional
    PagePayload<AlertPayload> page(
            @Nullable String condition,
            @Nullable Boolean open,
            @Nullable String rule,
            Keyset place) {
        List<AlertEpisodeEntity> rows = alerts.page(condition, open, rule, place, LIMIT + 1);
        PagePayload<AlertEpisodeEntity> page =
                Keyset.page(rows, LIMIT, it -> new Keyset(it.activeAt, it.id));
        return new PagePayload<>(
                page.items().stream().map(it -> it.payload).toList(), page.next(), page.asOf());
    }
}
