package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.driver.DrivenHouse;

/// A large file, in the middle of which the process that works on it is killed.
class ImportIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROWS = 100_000;
    private static final String INDICATOR =
            """
            id: own-scores
            title: Scores of our own
            kind: MEASUREMENT
            unit: "%"
            scale: LINEAR
            bounds: {low: 0, high: 100}
            direction: HIGHER
            view: LAB
            categories: [bug-fixes]
            date: RELEASE
            identity: SUBJECT
            feed: LIVE
            sources: [own-lab]
            evaluator: OTHER
            licence: {id: "CC0-1.0", export: YES}
            citation: "Our own"
            description: "Numbers that only this house knows."
            version: 1
            """;

    @TempDir private Path folder;

    @Test
    void isFinishedAfterAKillWithEachRowOnce() throws Exception {
        Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
        Files.writeString(catalogue.resolve("own-scores.yaml"), INDICATOR);
        try (DrivenHouse house =
                DrivenHouse.up(
                        folder.resolve("house"), "--empty", "--catalogue", catalogue.toString())) {
            long ingest = house.pid("ingest"); // asking takes longer than a part of the file
            String id =
                    house.post("/imports?format=csv&name=large.csv", file()).path("id").asText();
            JsonNode amid =
                    await(house, id, Duration.ofMillis(50), it -> it.path("published").asInt() > 0);
            ProcessHandle.of(ingest).ifPresent(ProcessHandle::destroyForcibly);
            isThereAgain(house, ingest);
            assertThat(amid.path("state").asText()).isEqualTo("PUBLISHING");
            assertThat(amid.path("published").asInt()).isLessThan(ROWS);

            JsonNode done =
                    await(house, id, Duration.ofSeconds(1), it -> it.hasNonNull("finishedAt"));

            assertThat(done.path("state").asText()).isEqualTo("DONE");
            assertThat(done.path("faults").asInt()).isZero();
            assertThat(done.path("outcomes")).isEqualTo(JSON.readTree("{\"NEW\": " + ROWS + "}"));
            JsonNode counts = house.get("/indicators/own-scores/state").path("counts");
            assertThat(counts.path("standing").asInt()).as(counts.toString()).isEqualTo(ROWS);
            List<String> table =
                    house.text("/indicators/own-scores/observations?revisions=true", "text/csv")
                            .lines()
                            .toList();
            assertThat(table).hasSize(ROWS + 1);
            Set<String> models =
                    table.stream()
                            .map(it -> it.replaceFirst(".*(model \\d+).*", "$1"))
                            .collect(Collectors.toSet());
            assertThat(models).as("and the header").hasSize(ROWS + 1);
        }
    }

    private static String file() {
        return "source,indicator,subject.model,value,observedOn\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(it ->
                                "own-lab,own-scores,model %d,%s,2026-01-01\n"
                                        .formatted(it, 50 + it % 10 / 10.0)) // none beyond belief
                        .collect(Collectors.joining());
    }

    private static void isThereAgain(DrivenHouse house, long killed) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        house.pid("ingest") != killed && house.status().path("ready").asBoolean());
    }

    private static JsonNode await(
            DrivenHouse house, String id, Duration every, Predicate<JsonNode> condition) {
        return Awaitility.await()
                .atMost(Duration.ofMinutes(4))
                .pollInterval(every)
                .until(() -> read(house, id), condition);
    }

    private static JsonNode read(DrivenHouse house, String id)
            throws IOException, InterruptedException {
        return JSON.readTree(house.text("/imports/" + id, "application/json"));
    }
}
