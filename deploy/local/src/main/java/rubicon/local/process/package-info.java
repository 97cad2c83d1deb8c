/// What the house knows of processes of the operating system: who they are, how to end them, which
/// ports they hold. Nothing here knows which component a process is.
@NullMarked
package rubicon.local.process;

import org.jspecify.annotations.NullMarked;
