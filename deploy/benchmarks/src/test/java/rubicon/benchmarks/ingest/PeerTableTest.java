package rubicon.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PeerTableTest {

    @Test
    void anUpsertChangesAllButTheKey() {
        PeerTable table =
                new PeerTable(
                        "runs", List.of("source text", "id text", "score double precision"), 2);
        assertThat(table.upsertFrom("staged"))
                .isEqualTo(
                        "insert into runs select * from staged on conflict (source, id)"
                                + " do update set score = excluded.score");
    }
}
