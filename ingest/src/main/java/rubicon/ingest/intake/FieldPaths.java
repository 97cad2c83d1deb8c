package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Names the field at which JSON could not be read.
final class FieldPaths {
    private FieldPaths() {}

    /// The path as a sender would write it, such as `subject.model`; `data` for the whole.
    static String of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return "data";
        }
        String path =
                mapping.getPath().stream()
                        .map(part -> part.getFieldName() == null ? "" : part.getFieldName())
                        .collect(Collectors.joining("."));
        return path.isEmpty() ? "data" : path;
    }

    static String firstLine(@Nullable String message) {
        return message == null ? "cannot be read" : message.lines().findFirst().orElse("");
    }
}
