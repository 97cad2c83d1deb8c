package rubicon.ui.simulator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.Answer;
import rubicon.ui.shell.Background;

/// Asks for what was asked last, one call at a time: while one is under way only the newest
/// question waits, those between are never asked. Used with the page's lock held.
final class LiveEvaluation<Q, T> {
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final Component owner;
    private final Function<Q, Answer<T>> call;
    private final BiConsumer<Q, Answer<T>> show;
    private @Nullable Q wanted;
    private long asked;
    private boolean running;

    LiveEvaluation(Component owner, Function<Q, Answer<T>> call, BiConsumer<Q, Answer<T>> show) {
        this.owner = owner;
        this.call = call;
        this.show = show;
    }

    void ask(UI ui, Q question) {
        wanted = question;
        asked++;
        if (!running) {
            start(ui, Duration.ZERO);
        }
    }

    private void start(UI ui, Duration after) {
        Q question = wanted;
        if (question == null) {
            return;
        }
        running = true;
        long number = asked;
        Background.load(
                ui,
                after,
                () -> call.apply(question),
                answer -> came(ui, number, question, answer));
    }

    private void came(UI ui, long number, Q question, Answer<T> answer) {
        running = false;
        if (!owner.isAttached()) {
            return;
        }
        show.accept(question, answer);
        boolean isNewer = asked != number;
        if (isNewer || answer.mayComeLater()) {
            start(ui, isNewer ? Duration.ZERO : RETRY);
        }
    }
}
