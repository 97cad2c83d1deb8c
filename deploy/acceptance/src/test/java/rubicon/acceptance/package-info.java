/// Tests of the whole house, through its command line, its REST API and its pages. They know no
/// class of the services.
@NullMarked
package rubicon.acceptance;

import org.jspecify.annotations.NullMarked;
