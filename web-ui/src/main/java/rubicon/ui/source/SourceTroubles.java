package rubicon.ui.source;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import rubicon.ui.client.Answer;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// Says on another page which sources somebody has to look after, where there are some, and leads
/// to them. It asks by itself, once, and stays out of sight until there is something to say.
public final class SourceTroubles extends Div {
    private final Refresh<Answer<List<SourcePayload>>> refresh;

    public SourceTroubles(IngestClient ingest) {
        refresh = new Refresh<>(this, ingest::sources, Answer::mayComeLater, this::show);
        addClassName("page-notices");
        setVisible(false);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void show(Answer<List<SourcePayload>> answer) {
        notice(answer.orElse(List.of()))
                .ifPresent(notice -> {
                    notice.add(" ");
                    notice.add(Parts.link("sources", "See the sources"));
                    add(notice);
                    setVisible(true);
                });
    }

    /// A notice of the sources that are overdue, gone or drifted; none where all is well.
    static Optional<Notice> notice(List<SourcePayload> sources) {
        return sentence(sources)
                .map(it -> {
                    Notice notice = new Notice(Notice.Kind.WARNING, it);
                    notice.setTestId("source-troubles");
                    return notice;
                });
    }

    /// `2 sources are overdue (a, b), 1 is gone (c), 1 has drifted (d).`
    static Optional<String> sentence(List<SourcePayload> sources) {
        List<String> told = new ArrayList<>();
        tell(told, sources, "SILENT", "is overdue", "are overdue");
        tell(told, sources, "GONE", "is gone", "are gone");
        tell(told, sources, "DRIFT", "has drifted", "have drifted");
        return told.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", told) + ".");
    }

    private static void tell(
            List<String> told,
            List<SourcePayload> sources,
            String health,
            String one,
            String many) {
        List<SourcePayload> found =
                sources.stream().filter(it -> health.equals(it.health())).toList();
        if (found.isEmpty()) {
            return;
        }
        boolean single = found.size() == 1;
        String noun = told.isEmpty() ? (single ? " source" : " sources") : "";
        String ids = found.stream().map(SourcePayload::id).collect(Collectors.joining(", "));
        told.add("%d%s %s (%s)".formatted(found.size(), noun, single ? one : many, ids));
    }
}
