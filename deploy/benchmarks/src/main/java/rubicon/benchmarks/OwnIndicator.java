package rubicon.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// An indicator that only a benchmark's house knows.
public record OwnIndicator(String id, String title) {

    /// Writes it as a catalogue file.
    public void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(id + ".yaml"),
                """
                id: %s
                title: %s
                kind: MEASUREMENT
                unit: points
                scale: LINEAR
                bounds: {low: 0}
                direction: HIGHER
                view: MODEL
                categories: []
                date: RELEASE
                identity: SUBJECT
                feed: LIVE
                sources: [benchmark]
                evaluator: THIRD_PARTY
                licence: {id: CC0-1.0, export: "YES"}
                citation: none
                description: An indicator that is there to be measured with.
                version: 1
                """
                        .formatted(id, title));
    }
}
