/// What the ledger says beyond a state: the shape of an indicator's course, its jumps and rests,
/// its steps as a ledger of records, and two agents compared on what both were given. Reads what
/// stood, has `rubicon.model` compute, and writes it as JSON says it. The mathematics does not
/// belong here.
@NullMarked
package rubicon.ingest.analysis;

import org.jspecify.annotations.NullMarked;
