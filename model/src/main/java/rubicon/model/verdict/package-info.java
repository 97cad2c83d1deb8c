/// One word for what an indicator does, from a closed vocabulary, by a published rule. The fits
/// behind it come in as plain numbers; how they were made does not belong here.
@NullMarked
package rubicon.model.verdict;

import org.jspecify.annotations.NullMarked;
