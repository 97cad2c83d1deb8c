package rubicon.ingest.source;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was read of one file of a source.
///
/// @param path below the source's address; empty for the address itself
/// @param etag as the upstream wrote it
/// @param lastModified as the upstream wrote it
/// @param sha256 of the payload, lower-case hex
/// @param statedAt when the upstream stated this payload
/// @param seen dated payloads before this one, oldest first
record PartStanding(
        String path,
        @Nullable String etag,
        @Nullable String lastModified,
        String sha256,
        Instant statedAt,
        List<Seen> seen) {
    private static final int MOST_SEEN = 500;

    PartStanding {
        seen = List.copyOf(seen);
    }

    /// A payload that the upstream dated.
    record Seen(Instant modifiedAt, String sha256, Instant statedAt) {}

    /// When a payload was stated: when it was, if these very bytes were read under that date before
    /// a newer date came. A stale copy is then no news, while an upstream that takes a change back
    /// dates that anew.
    Optional<Instant> statedBefore(Instant modifiedAt, String itsSha256) {
        boolean older = seen.stream().anyMatch(it -> it.modifiedAt().isAfter(modifiedAt));
        return seen.stream()
                .filter(it -> older && it.sha256().equals(itsSha256))
                .filter(it -> it.modifiedAt().equals(modifiedAt))
                .map(Seen::statedAt)
                .findFirst();
    }

    /// When the newest of its payloads was stated.
    @JsonIgnore
    Instant newestStatedAt() {
        return seen.stream()
                .map(Seen::statedAt)
                .reduce(statedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    /// The payloads seen, with this one.
    List<Seen> with(Optional<Instant> modifiedAt, String itsSha256, Instant itsStatedAt) {
        if (modifiedAt.isEmpty()
                || seen.stream()
                        .anyMatch(it ->
                                it.sha256().equals(itsSha256)
                                        && it.modifiedAt().equals(modifiedAt.get()))) {
            return seen;
        }
        List<Seen> more = new ArrayList<>(seen);
        more.add(new Seen(modifiedAt.get(), itsSha256, itsStatedAt));
        return more.subList(Math.max(0, more.size() - MOST_SEEN), more.size());
    }

    /// Nothing was read.
    static final PartStanding FRESH =
            new PartStanding("", null, null, "", Instant.EPOCH, List.of());

    @JsonIgnore
    Validators validators() {
        return new Validators(etag, lastModified);
    }
}
