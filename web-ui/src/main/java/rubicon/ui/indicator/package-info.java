/// The catalogue's indicators: the list, and one indicator with its chart, releases and provenance.
@NullMarked
package rubicon.ui.indicator;

import org.jspecify.annotations.NullMarked;
