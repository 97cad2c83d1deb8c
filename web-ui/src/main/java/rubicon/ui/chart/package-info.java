/// What is drawn: pure functions from states to chart options, sparklines and table twins, and the
/// one component that hands an option to Apache ECharts. No view is known here.
@NullMarked
package rubicon.ui.chart;

import org.jspecify.annotations.NullMarked;
