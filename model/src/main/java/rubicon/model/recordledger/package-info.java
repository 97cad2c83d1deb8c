/// What a ledger of records says: how far each step went and who made it, by which law steps get
/// harder, where the series changes, and how progress jumps and rests from one generation of models
/// to the next. Where records come from, and who is credited with them, does not belong here.
@NullMarked
package rubicon.model.recordledger;

import org.jspecify.annotations.NullMarked;
