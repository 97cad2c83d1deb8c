package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Export;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Caller;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Formats;

/// Whether the values may leave as a table: the way to it, or why there is none.
final class ExportNote extends Div {

    /// @param asOf the moment of the past that the page shows; empty for now
    ExportNote(IngestClient ingest, IndicatorPayload indicator, Optional<Instant> asOf) {
        addClassName("stacked");
        setTestId("export");
        String id = String.valueOf(indicator.id());
        if (allows(indicator)) {
            String what =
                    asOf.map(at -> "What stood on " + Formats.moment(at)).orElse("What stands now");
            add(
                    link(ingest, id, asOf),
                    detail(
                            what
                                    + "; name the source where you use it. Rows whose own licence"
                                    + " forbids it are left out."));
        } else {
            add(
                    new Span("No table to download"),
                    detail(
                            "Its licence allows to quote single values with their source, not to pass on"
                                    + " all of them. Get the data where they come from, see the citation."));
        }
    }

    /// Whether the licence allows a table of it.
    static boolean allows(IndicatorPayload indicator) {
        var licence = indicator.licence();
        return licence != null
                && licence.export() != null
                && Export.valueOf(licence.export().toUpperCase(Locale.ROOT)).allowsBulk();
    }

    private static Anchor link(IngestClient ingest, String id, Optional<Instant> asOf) {
        Optional<String> token = SignedIn.current().map(Identity::token);
        Anchor link =
                new Anchor(
                        DownloadHandler.fromInputStream(_ -> table(ingest, id, asOf, token)),
                        "Download as CSV");
        link.setTestId("download-csv");
        return link;
    }

    private static DownloadResponse table(
            IngestClient ingest, String id, Optional<Instant> asOf, Optional<String> token) {
        AtomicReference<@Nullable Answer<byte[]>> asked = new AtomicReference<>();
        Caller.run(token, () -> asked.set(ingest.table(id, asOf)));
        return switch (asked.get()) {
            case Answer.Ok<byte[]>(byte[] csv) ->
                    new DownloadResponse(
                            new ByteArrayInputStream(csv),
                            id + asOf.map(ExportNote::suffix).orElse("") + ".csv",
                            "text/csv;charset=UTF-8",
                            csv.length);
            case Answer.Failed<byte[]>(Failure failure) ->
                    DownloadResponse.error(HttpStatusCode.BAD_GATEWAY, failure.message());
            case null -> throw new IllegalStateException("the call was not made");
        };
    }

    /// The moment as a file's name can carry it.
    private static String suffix(Instant asOf) {
        return "-as-of-" + asOf.toString().replace(":", "");
    }

    private static Span detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("detail");
        return detail;
    }
}
