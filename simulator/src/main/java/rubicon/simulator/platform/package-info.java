/// What the service needs of its surroundings: problem answers and security. No word of the
/// scenarios belongs here.
@NullMarked
package rubicon.simulator.platform;

import org.jspecify.annotations.NullMarked;
