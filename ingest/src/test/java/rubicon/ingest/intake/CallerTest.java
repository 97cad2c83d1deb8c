package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.ProvenancePayload;

class CallerTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final Caller caller = new Caller("ada");

    @Test
    void whatSaysNothingOfItsOriginCameOverRestFromWhoCalled() {
        assertThat(caller.provenance(null, NOW))
                .isEqualTo(
                        new ProvenancePayload(
                                null,
                                NOW,
                                null,
                                "reported over REST by ada",
                                "rest",
                                null,
                                null,
                                null));
    }

    @Test
    void whatIsSaidOfTheOriginStays() {
        ProvenancePayload whole =
                new ProvenancePayload(
                        "https://example.org/a",
                        NOW.minusSeconds(60),
                        "abc",
                        "my-script",
                        "2",
                        "run-7",
                        "MIT");
        assertThat(caller.provenance(whole, NOW)).isEqualTo(whole);
        ProvenancePayload terms =
                new ProvenancePayload(null, null, null, "by hand", null, null, null, "MIT");
        assertThat(caller.provenance(terms, NOW))
                .isEqualTo(
                        new ProvenancePayload(
                                null, NOW, null, "by hand", "rest", null, null, "MIT"));
    }

    @Test
    void aLongNameFitsTheNote() {
        ProvenancePayload it = new Caller("n".repeat(300)).provenance(null, NOW);
        assertThat(it.payloadNote()).startsWith("reported over REST by nnn").hasSizeLessThan(200);
    }
}
