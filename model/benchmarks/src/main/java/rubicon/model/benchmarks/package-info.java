/// Benchmarks of single functions of the model, by JMH; a class each. What a whole service or house
/// does belongs to `deploy/benchmarks`.
@NullMarked
package rubicon.model.benchmarks;

import org.jspecify.annotations.NullMarked;
