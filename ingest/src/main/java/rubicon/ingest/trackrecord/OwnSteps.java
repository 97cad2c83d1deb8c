package rubicon.ingest.trackrecord;

import static rubicon.ingest.platform.PlainSql.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.recordledger.StepsAhead;
import rubicon.model.trackrecord.MadeSteps;

/// Keeps how many steps ledgers of records were expected to bring, for ever, with the moment of the
/// ledger that was known.
@ApplicationScoped
public class OwnSteps {
    private static final String KEEP =
            """
            insert into own_steps (indicator, made_on, known_at, steps)
            values (?, ?, cast(? as timestamptz), cast(? as jsonb))
            on conflict do nothing
            """;
    private static final String LAST =
            """
            select made_on, known_at from own_steps where indicator = ?
            order by known_at desc, made_on desc limit 1
            """;
    private static final String ALL =
            """
            select distinct on (made_on) made_on, steps from own_steps where indicator = ?
            order by made_on, known_at desc
            """;
    private static final String NEWEST = "select coalesce(max(kept_at), 'epoch') from own_steps";

    private final PlainSql sql;
    private final ObjectMapper json;

    OwnSteps(PlainSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /// What is expected of a part, as it is kept. Names stay as they are: what was kept is read by
    /// them for ever.
    private record Kept(
            MadeSteps.Rate rate,
            String part,
            int days,
            double expected,
            int low,
            int high,
            double atLeastOne) {
        static Kept of(MadeSteps it) {
            return new Kept(
                    it.rate(),
                    it.part(),
                    it.ahead().days(),
                    it.ahead().expected(),
                    it.ahead().low(),
                    it.ahead().high(),
                    it.ahead().atLeastOne());
        }

        MadeSteps made(LocalDate day) {
            return new MadeSteps(
                    day, rate, part, new StepsAhead(days, expected, low, high, atLeastOne));
        }
    }

    private record Last(YearMonth month, Instant knownAt) {}

    /// Keeps what is expected, unless the last that was kept knew as much in the same month, or
    /// knew more.
    ///
    /// @param knownAt moment of the ledger from which it was made
    /// @param made on one day
    /// @return whether it was kept
    @Transactional(TxType.MANDATORY)
    public boolean keep(IndicatorId indicator, Instant knownAt, List<MadeSteps> made) {
        LocalDate day = made.getFirst().made();
        List<Last> last =
                sql.query(
                        LAST,
                        it -> it.setString(1, indicator.value()),
                        row ->
                                new Last(
                                        YearMonth.from(row.getObject(1, LocalDate.class)),
                                        instant(row, 2)));
        if (!last.isEmpty()
                && (last.getFirst().knownAt().isAfter(knownAt)
                        || last.getFirst().equals(new Last(YearMonth.from(day), knownAt)))) {
            return false;
        }
        sql.update(
                KEEP,
                it -> {
                    it.setString(1, indicator.value());
                    it.setObject(2, day);
                    it.setString(3, knownAt.toString());
                    it.setString(4, text(made.stream().map(Kept::of).toList()));
                });
        return true;
    }

    /// What was kept of an indicator, in the order of the days.
    @Transactional
    public List<MadeSteps> of(IndicatorId indicator) {
        return sql
                .query(
                        ALL,
                        it -> it.setString(1, indicator.value()),
                        row -> {
                            LocalDate day = row.getObject(1, LocalDate.class);
                            return read(row.getString(2)).stream().map(it -> it.made(day)).toList();
                        })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /// When the newest of any indicator was kept; the epoch without one.
    @Transactional
    public Instant newest() {
        return sql.query(NEWEST, it -> {}, row -> instant(row, 1)).getFirst();
    }

    private String text(List<Kept> kept) {
        try {
            return json.writeValueAsString(kept);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("expected steps are always JSON", e);
        }
    }

    private List<Kept> read(String text) {
        try {
            return Arrays.asList(json.readValue(text, Kept[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept steps are always readable", e);
        }
    }
}
