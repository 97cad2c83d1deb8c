package rubicon.ingest.platform;

import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Collection;
import java.util.stream.Collectors;

/// Tells of an export which licences keep rows out of it: nothing is left out in silence.
public final class LeftOut {
    private static final String HEADER = "Rubicon-Left-Out";

    private LeftOut() {}

    /// The answer, with a header where there are any.
    ///
    /// @param licences texts of anybody's
    public static ResponseBuilder in(ResponseBuilder answer, Collection<String> licences) {
        return licences.isEmpty()
                ? answer
                : answer.header(
                        HEADER,
                        licences.stream()
                                .map(it -> "\"" + it.replaceAll("[^ !#-~]", "?") + "\"")
                                .collect(Collectors.joining(", ")));
    }
}
