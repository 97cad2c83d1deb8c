package rubicon.benchmarks.ingest;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import rubicon.model.wire.Topics;

/// How far a consumer group is behind on a topic.
record GroupLag(Admin admin, String group, String topic) {

    /// Records that the group has not committed yet.
    long records() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, OffsetSpec> asked =
                IntStream.range(0, Topics.PARTITIONS)
                        .mapToObj(it -> new TopicPartition(topic, it))
                        .collect(Collectors.toMap(it -> it, _ -> OffsetSpec.latest()));
        return admin.listOffsets(asked).all().get().entrySet().stream()
                .mapToLong(it -> {
                    OffsetAndMetadata at = committed.get(it.getKey());
                    return it.getValue().offset() - (at == null ? 0 : at.offset());
                })
                .sum();
    }
}
