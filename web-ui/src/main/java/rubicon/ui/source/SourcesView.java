package rubicon.ui.source;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.RunPayload;
import rubicon.ui.client.SourcePayload;
import rubicon.ui.session.Identity;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Notice;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.Refresh;

/// Where the data comes from, when it was read last, and what that brought.
@Route("sources")
@PageTitle("Sources · Rubicon")
public final class SourcesView extends Div {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final IngestClient ingest;
    private final InstantSource clock;
    private final Page page =
            new Page("Sources", "Where the data comes from, and how its last reading went.");
    private final Div troubles = new Div();
    private final Panel panel = new Panel("Connectors");
    private final Refresh<Answer<List<SourcePayload>>> refresh;
    private boolean failed;

    SourcesView(IngestClient ingest, InstantSource clock) {
        this.ingest = ingest;
        this.clock = clock;
        this.refresh = new Refresh<>(this, ingest::sources, Answer::mayComeLater, this::loaded);
        troubles.addClassName("page-notices");
        panel.withActions(SourcesTable.hint(), Parts.link("sources/names", "Names and aliases"));
        panel.showEmpty("Loading the sources …");
        page.told(troubles).add(panel);
        add(page);
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh.ask(attach.getUI());
    }

    private void loaded(Answer<List<SourcePayload>> answer) {
        switch (answer) {
            case Answer.Ok<List<SourcePayload>>(List<SourcePayload> sources) -> {
                if (sources.isEmpty()) {
                    panel.showEmpty("No source is configured.");
                } else {
                    panel.show(
                            new SourcesTable(sources, clock.instant(), this::sync, this::withdraw));
                    troubles.removeAll();
                    SourceTroubles.notice(sources).ifPresent(troubles::add);
                }
                if (failed) {
                    failed = false;
                    page.notices(List.of());
                }
            }
            case Answer.Failed<List<SourcePayload>>(Failure failure) -> {
                failed = true;
                page.notices(List.of(Notice.retrying(failure.message())));
            }
        }
    }

    private void sync(SourcePayload source, Identity identity) {
        tell(Notice.Kind.INFO, "Reading " + source.id() + " …");
        Background.load(
                Background.pageOf(this),
                () -> ingest.sync(source.id(), WAIT, identity.token()),
                answer -> synced(source, answer));
    }

    private void withdraw(SourcePayload source, Identity identity) {
        RunPayload seen = source.lastRun();
        String run = seen == null || seen.run() == null ? "" : seen.run();
        tell(Notice.Kind.INFO, "Withdrawing what vanished from " + source.id() + " …");
        Background.load(
                Background.pageOf(this),
                () -> ingest.withdraw(source.id(), run, WAIT, identity.token()),
                answer -> synced(source, answer));
    }

    private void synced(SourcePayload source, Answer<RunPayload> answer) {
        switch (answer) {
            case Answer.Ok<RunPayload>(RunPayload run) ->
                    tell(Notice.Kind.INFO, source.id() + ": " + RunWords.of(run) + ".");
            case Answer.Failed<RunPayload>(Failure failure) ->
                    tell(Notice.Kind.ERROR, source.id() + ": " + failure.message());
        }
        refresh.ask(Background.pageOf(this));
    }

    private void tell(Notice.Kind kind, String sentence) {
        page.notices(List.of(new Notice(kind, sentence)));
    }
}
