/// Monte Carlo runs as a service: asked for over REST, cut into chunks that all replicas take off
/// Kafka, joined from what they send back, kept in this service's schema. What is computed is
/// `montecarlo`'s; nothing here knows a model.
@NullMarked
package rubicon.simulator.simulation;

import org.jspecify.annotations.NullMarked;
