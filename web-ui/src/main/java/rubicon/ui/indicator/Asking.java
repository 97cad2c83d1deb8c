package rubicon.ui.indicator;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.Answer;
import rubicon.ui.shell.Background;
import rubicon.ui.shell.Refresh;

/// Asks for something once for each question, and passes over answers to a question that is not
/// asked any more.
///
/// @param <T> what is asked for
final class Asking<T> {
    private final Component owner;
    private final Consumer<Answer<T>> answered;
    private @Nullable Object asked;

    /// @param owner that waits; with its end the asking ends
    Asking(Component owner, Consumer<Answer<T>> answered) {
        this.owner = owner;
        this.answered = answered;
    }

    /// Asks, unless that was the last question.
    ///
    /// @param question equal ones are asked once
    void ask(Object question, Supplier<Answer<T>> work) {
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        new Refresh<>(
                        owner,
                        work,
                        answer -> question.equals(asked) && answer.mayComeLater(),
                        answer -> {
                            if (question.equals(asked)) {
                                answered.accept(answer);
                            }
                        })
                .ask(Background.pageOf(owner));
    }

    /// What comes for the last question is not wanted any more.
    void forget() {
        asked = null;
    }
}
