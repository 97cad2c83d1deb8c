package rubicon.simulator.projection;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Of which indicator a told state is, and of which version. The rest, up to a few hundred
/// kilobytes, is not read: ingest names these two first.
record StateHead(String indicator, long version) {
    private static final JsonFactory JSON = new JsonFactory();

    /// Reads a state up to where both are known.
    ///
    /// @throws IOException if it is no JSON up to there, or one of them is missing
    static StateHead of(byte[] state) throws IOException {
        @Nullable String indicator = null;
        @Nullable Long version = null;
        try (JsonParser json = JSON.createParser(state)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("indicator") && value == JsonToken.VALUE_STRING) {
                    indicator = json.getText();
                } else if (field.equals("version") && value == JsonToken.VALUE_NUMBER_INT) {
                    version = json.getLongValue();
                } else {
                    json.skipChildren();
                }
                if (indicator != null && version != null) {
                    return new StateHead(indicator, version);
                }
            }
        }
        throw new IOException((indicator == null ? "indicator" : "version") + " is missing");
    }
}
