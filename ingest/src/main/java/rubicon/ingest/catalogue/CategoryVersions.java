package rubicon.ingest.catalogue;

import static rubicon.ingest.platform.PlainSql.instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Digests;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.wire.CategoryPayload;

/// Since when the categories are what they are. They come with the software, so a start may find
/// others than the one before it; that is noted in the database, for all replicas.
@ApplicationScoped
public class CategoryVersions {
    private static final String NOTE =
            """
            insert into categories_version (digest)
            select ? where ? is distinct from (
                select digest from categories_version order by recorded_at desc limit 1)
            """;
    private static final String SINCE =
            "select max(recorded_at) from categories_version where digest = ?";

    private final CategoryService categories;
    private final PlainSql sql;
    private final ObjectMapper json;
    private @Nullable Instant since;

    CategoryVersions(CategoryService categories, PlainSql sql, ObjectMapper json) {
        this.categories = categories;
        this.sql = sql;
        this.json = json;
    }

    /// When a start found other categories than those of the start before it, or none were noted.
    @Transactional
    public synchronized Instant since() {
        Instant known = since;
        if (known == null) {
            String digest = digest(categories.all());
            sql.update(
                    NOTE,
                    it -> {
                        it.setString(1, digest);
                        it.setString(2, digest);
                    });
            known =
                    sql.query(SINCE, it -> it.setString(1, digest), row -> instant(row, 1))
                            .getFirst();
            since = known;
        }
        return known;
    }

    /// Begins anew, as after a restart.
    public synchronized void forget() {
        since = null;
    }

    private String digest(List<CategoryPayload> entries) {
        try {
            return HexFormat.of()
                    .formatHex(Digests.sha256().digest(json.writeValueAsBytes(entries)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("categories are always JSON", e);
        }
    }
}
