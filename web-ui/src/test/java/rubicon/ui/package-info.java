/// Tests of the whole module.
@NullMarked
package rubicon.ui;

import org.jspecify.annotations.NullMarked;
