package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final Throwable error =
            new ExecutionException(new IllegalStateException(new StackOverflowError("too deep")));
    private final Throwable away =
            new ExecutionException(new IllegalStateException("the database is away"));
    private final Throwable givenUp = new ExecutionException(new CancellationException("given up"));

    @Test
    void faultThatATransactionWrappedIsThrownAsWhatItIs() {
        RuntimeException ordinary = new IllegalStateException("the database is away");
        assertThat(Failures.orError(ordinary)).isSameAs(ordinary);
        assertThatThrownBy(() -> Failures.orError(new IllegalStateException(error)))
                .isInstanceOf(StackOverflowError.class);
    }

    @Test
    void whatSaysMostIsTold() {
        List<Throwable> worst = List.of(error, away, givenUp);
        for (int i = 0; i < worst.size(); i++) {
            assertThat(Failures.worse(null, worst.get(i))).isSameAs(worst.get(i));
            for (int j = i + 1; j < worst.size(); j++) {
                assertThat(Failures.worse(worst.get(i), worst.get(j))).isSameAs(worst.get(i));
                assertThat(Failures.worse(worst.get(j), worst.get(i))).isSameAs(worst.get(i));
            }
        }
        Throwable later = new ExecutionException(new IllegalStateException("still away"));
        assertThat(Failures.worse(away, later)).as("of two alike the first").isSameAs(away);
    }
}
