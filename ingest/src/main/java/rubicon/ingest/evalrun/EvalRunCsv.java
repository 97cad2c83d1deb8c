package rubicon.ingest.evalrun;

import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.CsvTable;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Licence;
import rubicon.model.wire.EvalRunRowPayload;

/// Standing runs that may leave in bulk, as CSV.
final class EvalRunCsv {
    private static final CsvTable TABLE =
            new CsvTable(
                    "source",
                    "run_id",
                    "suite",
                    "agent",
                    "task_family",
                    "task_id",
                    "human_minutes",
                    "score",
                    "started_at",
                    "completed_at",
                    "stated_at",
                    "recorded_at",
                    "result_id");

    /// Of what states no terms.
    private static final Licence SILENT = new Licence(Licence.NONE_STATED, Export.YES);

    private EvalRunCsv() {}

    /// Whether runs may leave in bulk.
    ///
    /// @param licence under which they were read; null where none is given
    static boolean mayLeave(@Nullable String licence) {
        return SILENT.exportOf(licence).allowsBulk();
    }

    /// Reads the rows from a place on; none at the end.
    @FunctionalInterface
    interface Pages {
        List<EvalRunRowPayload> from(RunPlace place);
    }

    /// Writes the header and the rows, a page at a time.
    static void write(Pages pages, OutputStream out) throws IOException {
        try (SequenceWriter lines = TABLE.writeTo(out)) {
            RunPlace place = RunPlace.START;
            for (List<EvalRunRowPayload> rows = pages.from(place);
                    !rows.isEmpty();
                    rows = pages.from(place)) {
                for (EvalRunRowPayload row : rows) {
                    if (mayLeave(row.provenance().licence())) {
                        lines.write(line(row));
                    }
                }
                place = RunPlace.of(rows.getLast());
            }
        }
    }

    private static List<@Nullable Object> line(EvalRunRowPayload it) {
        return Arrays.asList(
                CsvTable.text(it.source()),
                CsvTable.text(it.runId()),
                CsvTable.text(it.suite()),
                CsvTable.text(it.agent()),
                CsvTable.text(it.taskFamily()),
                CsvTable.text(it.taskId()),
                it.humanMinutes(),
                it.score(),
                CsvTable.time(it.startedAt()),
                CsvTable.time(it.completedAt()),
                it.statedAt().toString(),
                it.recordedAt().toString(),
                it.id());
    }
}
