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
/// @param gone since it is not there any more; null for one that is
record PartStanding(
        String path,
        @Nullable String etag,
        @Nullable String lastModified,
        String sha256,
        Instant statedAt,
        List<Seen> seen,
        @Nullable Gone gone) {
    private static final int MOST_SEEN = 500;

    PartStanding {
        seen = List.copyOf(seen);
    }

    /// A payload that the upstream dated.
    record Seen(Instant modifiedAt, String sha256, Instant statedAt) {}

    /// That a file which had been there was not.
    ///
    /// @param since when that was found
    /// @param accepted whether somebody said that it is gone
    record Gone(Instant since, boolean accepted) {}

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
            new PartStanding("", null, null, "", Instant.EPOCH, List.of(), null);

    /// The same, to be asked for whether it changed or not.
    PartStanding askedAnew() {
        return new PartStanding(path, null, null, sha256, statedAt, seen, gone);
    }

    /// That it was there, or was not, and nothing of what it said. What is read of it next is newer
    /// than what was read of it before.
    PartStanding emptied() {
        return emptied(gone);
    }

    /// The same, not there any more.
    PartStanding goneAt(Instant at) {
        return gone == null
                ? new PartStanding(path, null, null, sha256, statedAt, seen, new Gone(at, false))
                : this;
    }

    /// The same; where it is gone, somebody said so. Should it return, what it says is said anew.
    PartStanding accepted() {
        return gone == null ? this : emptied(new Gone(gone.since(), true));
    }

    private PartStanding emptied(@Nullable Gone since) {
        Instant at = since == null ? statedAt : since.since();
        return new PartStanding(path, null, null, "", at, List.of(), since);
    }

    /// Whether it is not there any more and nobody said yet that it is gone.
    @JsonIgnore
    boolean isMissing() {
        return gone != null && !gone.accepted();
    }

    /// Whether it is there, and what it said is to be read again by other rules.
    @JsonIgnore
    boolean isReadAnew() {
        return gone == null && sha256.isEmpty();
    }

    /// When it last came to say what it says, or to be gone.
    @JsonIgnore
    Instant changedAt() {
        return gone == null ? statedAt : gone.since();
    }

    @JsonIgnore
    Validators validators() {
        return new Validators(etag, lastModified);
    }
}
