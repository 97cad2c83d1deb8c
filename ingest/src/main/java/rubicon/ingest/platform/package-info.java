/// What every feature of the service needs of its surroundings: problem answers, security, time. No
/// word of the domain belongs here.
@NullMarked
package rubicon.ingest.platform;

import org.jspecify.annotations.NullMarked;
