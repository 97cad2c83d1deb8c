package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Objects;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.VersionPayload;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// Which version of a catalogue entry is shown, and what changed from one to the next; read when
/// somebody opens it.
final class EntryVersions extends Composite<Div> {
    private final Div content = new Div();
    private boolean asked;

    EntryVersions(IngestClient ingest, IndicatorPayload entry) {
        int version = Objects.requireNonNullElse(entry.version(), 1);
        String id = String.valueOf(entry.id());
        NativeDetails details =
                new NativeDetails(version == 1 ? "Where it was written" : "What changed");
        details.addClassName("provenance");
        details.setTestId("entry-versions");
        details.setContent(content);
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && !asked) {
                asked = true;
                content.setText("Reading …");
                Background.load(Background.pageOf(this), () -> ingest.versions(id), this::show);
            }
        });
        getContent().add(new Span("version " + version), details);
        getContent().addClassName("stacked");
    }

    private void show(Answer<List<VersionPayload>> answer) {
        content.removeAll();
        switch (answer) {
            case Answer.Ok<List<VersionPayload>>(List<VersionPayload> versions) ->
                    content.add(list(versions));
            case Answer.Failed<List<VersionPayload>> failed -> {
                asked = false;
                content.setText(failed.failure().message());
            }
        }
    }

    private static UnorderedList list(List<VersionPayload> oldestFirst) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            VersionPayload it = oldestFirst.get(i);
            String changed =
                    i == 0
                            ? "First entry"
                            : "Changed: "
                                    + String.join(
                                            "; ",
                                            EntryChange.words(
                                                    oldestFirst.get(i - 1).entry(), it.entry()));
            String head =
                    "Version %d, %s, %s"
                            .formatted(i + 1, Formats.moment(it.recordedAt()), written(it));
            ListItem item = new ListItem(Parts.stacked(changed, head));
            item.addClassName("revision");
            item.setTestId("entry-version");
            list.add(item);
        }
        return list;
    }

    private static String written(VersionPayload it) {
        return switch (it.origin() == null ? "" : it.origin()) {
            case "BUILT_IN" -> "comes with Rubicon";
            case "FOLDER" -> "from the folder of the organisation";
            default -> "by " + Objects.requireNonNullElse(it.recordedBy(), "somebody");
        };
    }
}
