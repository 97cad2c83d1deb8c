package rubicon.benchmarks.ingest;

import rubicon.model.wire.Topics;

/// The house's own intake of a topic.
record HouseIntake(String topic) implements Feed.Taker {

    @Override
    public String group() {
        return Topics.INTAKE_GROUP;
    }

    @Override
    public void requireAlive() {
        // The house itself starts a service again that ends; what is lost shows in the counts.
    }
}
