package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import rubicon.model.observation.Actor;

/// Oracle: what the page of ai-discovery-data prints of the modded-nanogpt records; the records are
/// read from the folder that `rubicon.reference.dir` names.
class SpeedrunTest {
    @Test
    void theRecordFellAsThePagePrintsAndNoStepOfAiWasDeep() throws IOException {
        List<Entry> entries = entries();
        assertThat(fall(entries, 2024)).isCloseTo(12.6, within(0.05));
        assertThat(fall(entries, 2025)).isCloseTo(1.9, within(0.05));
        assertThat(fall(entries, 2026)).isCloseTo(1.5, within(0.05));
        var chain = RecordChain.of(entries);
        List<Step> ai = chain.steps().stream().filter(it -> it.actor() == Actor.AI).toList();
        assertThat(ai)
                .extracting(it -> 100 * -Math.expm1(-it.logGain()))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.05 ? 0 : 1)
                .containsExactly(1.2, 0.9, 0.5, 1.3, 0.8);
        assertThat(ai).allMatch(it -> it.depth(RecordChain.DEEP) == Step.Depth.SHALLOW);
        var share = PartShare.of(chain, it -> it.actor() == Actor.AI, 2000, 1, 0.9);
        assertThat(share.gainRange().orElseThrow().contains(0.012834)).isTrue();
        assertThat(share.gainRange().orElseThrow().high()).isLessThan(0.05);
    }

    private static double fall(List<Entry> entries, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        double before =
                entries.stream()
                        .filter(it -> it.date().isBefore(first))
                        .reduce((_, later) -> later)
                        .orElse(entries.getFirst())
                        .value();
        double after =
                entries.stream()
                        .filter(it -> it.date().isBefore(first.plusYears(1)))
                        .reduce((_, later) -> later)
                        .orElseThrow()
                        .value();
        return before / after;
    }

    private static List<Entry> entries() throws IOException {
        String reference = System.getProperty("rubicon.reference.dir", "");
        assumeFalse(
                reference.isEmpty(),
                "SKIPPED: rubicon.reference.dir does not name a folder of reference cases");
        JsonNode file =
                new ObjectMapper()
                        .readTree(
                                Path.of(reference).resolve("data/nanogpt-speedrun.json").toFile());
        List<Entry> entries = new ArrayList<>();
        file.path("records")
                .forEach(it ->
                        entries.add(
                                new Entry(
                                        it.path("id").asText(),
                                        LocalDate.parse(it.path("date").asText()),
                                        it.path("value").asDouble(),
                                        Actor.valueOf(upper(it, "actor")),
                                        Entry.Kind.valueOf(upper(it, "kind")),
                                        Entry.Scope.ONE_IDEA)));
        return entries;
    }

    private static String upper(JsonNode it, String field) {
        return it.path(field).asText().toUpperCase(Locale.ROOT);
    }
}
