/// The pages in a real browser, against a real Kafka and an ingest service that the tests hold in
/// their hands. What needs the real ingest service is tested by the acceptance module.
@NullMarked
package rubicon.ui.browser;

import org.jspecify.annotations.NullMarked;
