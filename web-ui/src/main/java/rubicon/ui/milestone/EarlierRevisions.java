package rubicon.ui.milestone;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Objects;
import rubicon.model.wire.EntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.chronicle.MilestoneWords;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Formats;

/// What was told of a milestone before; read when somebody opens it.
final class EarlierRevisions extends Composite<NativeDetails> {
    private final Div content = new Div();
    private boolean asked;

    EarlierRevisions(MilestonePayload it, int revision, IngestClient ingest) {
        NativeDetails details = getContent();
        details.setSummaryText(
                revision == 2 ? "1 earlier revision" : revision - 1 + " earlier revisions");
        details.addClassName("provenance");
        details.setTestId("revisions");
        details.setContent(content);
        details.addToggleListener(toggle -> {
            if (toggle.isOpened() && !asked) {
                asked = true;
                content.setText("Reading …");
                Background.load(
                        Background.pageOf(this),
                        () -> ingest.milestone(Entries.text(it.id()), Entries.text(it.source())),
                        this::show);
            }
        });
    }

    private void show(Answer<EntryPayload<MilestonePayload>> answer) {
        content.removeAll();
        switch (answer) {
            case Answer.Ok<EntryPayload<MilestonePayload>>(var entry) -> {
                List<MilestonePayload> all = entry.revisions();
                all.stream()
                        .filter(each ->
                                !Objects.equals(each.revision(), entry.standing().revision()))
                        .toList()
                        .reversed()
                        .forEach(each -> content.add(line(each)));
            }
            case Answer.Failed<EntryPayload<MilestonePayload>> failed -> {
                asked = false;
                content.setText(failed.failure().message());
            }
        }
    }

    private static Div line(MilestonePayload it) {
        Element old = new Element("del");
        old.setText(
                MilestoneWords.date(it)
                        + ", "
                        + Entries.text(it.who())
                        + ": "
                        + Entries.text(it.what()));
        Span when =
                new Span(
                        "  revision %d, recorded %s"
                                .formatted(
                                        it.revision(),
                                        it.recordedAt() == null
                                                ? Formats.UNKNOWN
                                                : Formats.moment(it.recordedAt())));
        when.addClassName("detail");
        Div line = new Div();
        line.getElement().appendChild(old);
        line.add(when);
        line.addClassName("revision");
        return line;
    }
}
