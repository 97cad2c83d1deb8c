package rubicon.simulator.scenario;

import java.util.function.Consumer;

/// A part of a model's arithmetic, prepared once for many runs: it reads its inputs where they
/// stand, keeps what it works with, and writes its results where they are read. A run allocates
/// nothing, unless the model says where. Used by one thread at a time.
@FunctionalInterface
public interface Kernel {
    /// One run: writes each of its results, or says why it has no value.
    void run();

    /// Adds what is no number: words, days, axes. Asked for after a run, of evaluations alone.
    default void tell(Answers answers) {}

    /// A kernel that tells something beside its numbers.
    static Kernel telling(Kernel numbers, Consumer<Answers> words) {
        return new Kernel() {
            @Override
            public void run() {
                numbers.run();
            }

            @Override
            public void tell(Answers answers) {
                words.accept(answers);
            }
        };
    }
}
