/// How long scenario models take to answer a page.
@NullMarked
package rubicon.benchmarks.evaluate;

import org.jspecify.annotations.NullMarked;
