/// Where the field's published numbers disagree, beyond two rows of one subject: what is said by
/// whom, what holding them against each other shows, and what is done about it.
@NullMarked
package rubicon.model.discrepancy;

import org.jspecify.annotations.NullMarked;
