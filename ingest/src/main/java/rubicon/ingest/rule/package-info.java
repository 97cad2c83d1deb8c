/// Rules as they are stored, versioned and served. What a rule means is said in
/// `rubicon.model.rule`.
@NullMarked
package rubicon.ingest.rule;

import org.jspecify.annotations.NullMarked;
