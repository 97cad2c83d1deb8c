package rubicon.ingest.trackrecord;

import static rubicon.ingest.platform.PlainSql.array;
import static rubicon.ingest.platform.PlainSql.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.trackrecord.MadeCrossing;
import rubicon.model.trackrecord.MadeWindow;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.ForecastPayload;
import rubicon.model.wire.IndicatorStatePayload.WindowPayload;

/// Keeps each forecast that was told with a state, for ever, with the version that it knew. Of a
/// day the last is scored.
@ApplicationScoped
public class OwnForecasts {
    private static final String KEEP =
            """
            insert into own_forecast (indicator, made_on, version, threshold, forecast)
            select ?, ?, ?, f.threshold, cast(f.forecast as jsonb)
            from unnest(?, ?) as f (threshold, forecast)
            on conflict do nothing
            """;
    private static final String LAST_OF_EACH_DAY =
            """
            select distinct on (made_on, threshold) made_on, forecast
            from own_forecast where indicator = ?
            order by made_on, threshold, version desc
            """;
    private static final String NEWEST =
            "select coalesce(max(kept_at), 'epoch') from own_forecast where indicator = ?";

    private final PlainSql sql;
    private final ObjectMapper json;

    OwnForecasts(PlainSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// A forecast as it was kept.
    public record Kept(LocalDate made, ForecastPayload forecast) {
        /// What the window says that the catalogue declared, in the form in which it is scored.
        MadeCrossing crossing() {
            return crossing(forecast.windows().getFirst());
        }

        /// What each window said, and their spread.
        List<MadeWindow> windows() {
            return MadeWindow.withSpread(
                    forecast.windows().stream()
                            .map(it -> MadeWindow.of(it.from(), crossing(it)))
                            .toList());
        }

        private MadeCrossing crossing(WindowPayload window) {
            return new MadeCrossing(
                    made,
                    forecast.threshold(),
                    window.crossing().p10(),
                    window.crossing().p50(),
                    window.crossing().p90(),
                    new TreeMap<>(window.byDate()));
        }
    }

    /// Keeps what a state forecasts, within the transaction that tells it.
    @Transactional(TxType.MANDATORY)
    public void keep(IndicatorStatePayload state) {
        LocalDate today = state.today();
        if (state.forecasts().isEmpty() || today == null) {
            return;
        }
        sql.update(
                KEEP,
                it -> {
                    it.setString(1, state.indicator());
                    it.setObject(2, today);
                    it.setLong(3, state.version());
                    it.setArray(
                            4, array(it, "float8", state.forecasts(), ForecastPayload::threshold));
                    it.setArray(5, array(it, "text", state.forecasts(), this::text));
                });
    }

    /// What was forecast of an indicator, of each day the last word, by day and threshold.
    @Transactional
    public List<Kept> of(IndicatorId indicator) {
        return sql.query(
                LAST_OF_EACH_DAY,
                it -> it.setString(1, indicator.value()),
                row -> new Kept(row.getObject(1, LocalDate.class), read(row.getString(2))));
    }

    /// When the newest forecast of an indicator was kept; the epoch without one.
    @Transactional
    public Instant newest(IndicatorId indicator) {
        return sql.query(NEWEST, it -> it.setString(1, indicator.value()), row -> instant(row, 1))
                .getFirst();
    }

    private String text(ForecastPayload forecast) {
        try {
            return json.writeValueAsString(forecast);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a forecast is always JSON", e);
        }
    }

    private ForecastPayload read(String text) {
        try {
            return json.readValue(text, ForecastPayload.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept forecast is always readable", e);
        }
    }
}
