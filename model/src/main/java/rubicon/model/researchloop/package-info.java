/// What automating parts of research does to the whole: Amdahl's law, the loop of a lab, weak
/// links, shares, four views, and the automation index with what each indicator adds to it. Where
/// evidence comes from, and how fresh it is, is told by others.
@NullMarked
package rubicon.model.researchloop;

import org.jspecify.annotations.NullMarked;
