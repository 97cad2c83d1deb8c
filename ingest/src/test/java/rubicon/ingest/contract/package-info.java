/// What others build against: schemas of what is sent, the REST description, the meters.
@NullMarked
package rubicon.ingest.contract;

import org.jspecify.annotations.NullMarked;
