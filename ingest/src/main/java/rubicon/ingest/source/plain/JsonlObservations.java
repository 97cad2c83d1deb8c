package rubicon.ingest.source.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.ObservationRows;
import rubicon.ingest.source.RowReader;
import rubicon.ingest.source.Texts;
import rubicon.model.ledger.Violation;

/// JSON lines, each the observation that `POST /observations` takes. Blank lines are passed over,
/// but counted.
public final class JsonlObservations implements RowReader {
    private static final int LONGEST_LINE = 1_000_000;

    @Override
    public String id() {
        return "jsonl";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Format format() {
        return Format.JSONL;
    }

    @Override
    public void read(InputStream in, Consumer<Row> rows) throws DriftException, IOException {
        ObservationRows observations = new ObservationRows(rows);
        StringBuilder line = new StringBuilder();
        try {
            Reader text = Texts.reader(in);
            long number = 1;
            int read;
            do {
                read = text.read();
                if (read == '\n' || read < 0) {
                    take(number, line, observations);
                    line.setLength(0);
                    number++;
                } else if (line.length() <= LONGEST_LINE) {
                    line.append((char) read);
                }
            } while (read >= 0);
        } catch (CharacterCodingException e) {
            throw new DriftException("the payload is no text in UTF-8");
        }
    }

    private static void take(long number, StringBuilder line, ObservationRows observations) {
        if (line.length() > LONGEST_LINE) {
            observations.refuse(
                    number,
                    "",
                    new Violation("", "is longer than %d characters".formatted(LONGEST_LINE)));
        } else if (!line.toString().isBlank()) {
            observations.read(number, line.toString());
        }
    }
}
