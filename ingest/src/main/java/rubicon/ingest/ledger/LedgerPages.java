package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.RowPlace.Group;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;
import rubicon.model.wire.LedgerRowPayload;

/// Rows of the ledger for readers. A page costs what it shows, however long the list is.
@ApplicationScoped
public class LedgerPages {
    /// Later than every row.
    private static final Instant NOW = Instant.parse("9999-12-31T23:59:59Z");

    private final RowRepository rows;
    private final StatementRepository statements;
    private final VerdictReads verdicts;
    private final LedgerService ledger;

    LedgerPages(
            RowRepository rows,
            StatementRepository statements,
            VerdictReads verdicts,
            LedgerService ledger) {
        this.rows = rows;
        this.statements = statements;
        this.verdicts = verdicts;
        this.ledger = ledger;
    }

    /// The rows of an indicator that are asked for, as they were known at one moment.
    ///
    /// @param verdicts what was held then
    public record Listing(
            Indicator indicator, RowFilter filter, Instant moment, Verdicts verdicts) {}

    /// Some rows of a list.
    ///
    /// @param next the place of the last of them; null if there are no more
    public record Page(List<LedgerRowPayload> rows, @Nullable RowPlace next) {}

    /// The rows as they are now: all that was recorded until now stays so on later pages.
    @Transactional
    public Listing now(Indicator indicator, RowFilter filter) {
        VerdictReads.Now now = verdicts.now(indicator);
        return new Listing(indicator, filter, now.newest(), now.verdicts());
    }

    /// The rows as they were known at a moment, or the latest moment that is settled.
    @Transactional
    public Listing asOf(Indicator indicator, RowFilter filter, Instant asked) {
        Instant moment = moment(indicator, asked);
        return new Listing(indicator, filter, moment, verdicts.at(indicator, moment));
    }

    /// The rows as they were for the first page of a list.
    @Transactional
    public Listing goOn(Indicator indicator, RowFilter filter, Instant pinned) {
        Instant moment = moment(indicator, pinned);
        return new Listing(indicator, filter, moment, verdicts.told(indicator, moment));
    }

    private Instant moment(Indicator indicator, Instant asked) {
        Instant settled = ledger.moment(List.of(indicator.id()), asked);
        return settled.isBefore(Instant.EPOCH) ? Instant.EPOCH : settled;
    }

    /// Rows after a place, in their order.
    @Transactional
    public Page page(Listing listing, RowPlace after, int limit) {
        // One that is known to be there already, and one that tells whether there are more.
        int chunk = limit + 2;
        List<LedgerRowPayload> found = new ArrayList<>();
        @Nullable RowPlace place = after;
        while (place != null && found.size() <= limit) {
            List<Group> groups = groups(listing, place, chunk);
            read(listing, groups, place, found);
            place = next(groups, place, chunk);
        }
        if (found.size() <= limit) {
            return new Page(List.copyOf(found), null);
        }
        LedgerRowPayload last = found.get(limit - 1);
        return new Page(
                List.copyOf(found.subList(0, limit)),
                new RowPlace(last.observedOn(), last.source(), last.externalId(), last.revision()));
    }

    private List<Group> groups(Listing it, RowPlace from, int chunk) {
        return from.date() != null
                ? rows.dated(it.indicator(), it.filter(), from, it.moment(), chunk)
                : it.filter().wantsUndated()
                        ? rows.undated(it.indicator(), from, it.moment(), chunk)
                        : List.of();
    }

    /// Where to go on after these; null at the end.
    private static @Nullable RowPlace next(List<Group> groups, RowPlace place, int chunk) {
        if (groups.size() == chunk) {
            Group last = groups.getLast();
            return new RowPlace(last.date(), last.source(), last.externalId(), Integer.MAX_VALUE);
        }
        return place.date() == null ? RowPlace.FIRST_DATED : null;
    }

    private void read(
            Listing listing, List<Group> groups, RowPlace after, List<LedgerRowPayload> found) {
        IndicatorId indicator = listing.indicator().id();
        List<ObservationKey> keys =
                groups.stream()
                        .map(it -> new ObservationKey(it.source(), indicator, it.externalId()))
                        .distinct()
                        .toList();
        Map<ObservationKey, List<LedgerRowPayload>> byKey = new HashMap<>();
        rows.histories(keys, listing.moment())
                .forEach((key, history) -> byKey.put(key, wanted(listing, history)));
        for (Group group : groups) {
            ObservationKey key = new ObservationKey(group.source(), indicator, group.externalId());
            byKey.getOrDefault(key, List.of()).stream()
                    .filter(it -> Objects.equals(it.observedOn(), group.date()))
                    .filter(it -> !after.isOf(group) || it.revision() > after.revision())
                    .forEach(found::add);
        }
    }

    private static List<LedgerRowPayload> wanted(Listing listing, History history) {
        return LedgerRows.of(
                listing.verdicts().judged(history), listing.indicator(), listing.filter());
    }

    /// The licences that an indicator's values name themselves.
    @Transactional
    public SortedSet<String> licences(IndicatorId indicator) {
        return rows.licences(indicator);
    }

    /// First statements of observations, recorded after a moment, newest first, each with its
    /// status as of now.
    ///
    /// @param until with `after`, the place in that order from which on they are wanted
    @Transactional
    public List<LedgerRowPayload> releases(
            Catalogue entries, Instant since, Instant until, UUID after, int limit) {
        List<Statement> first =
                statements.newest(since, until, after, limit).stream()
                        .map(Statements::toDomain)
                        .toList();
        // The verdicts first: they say nothing of what was stated after them.
        Map<IndicatorId, Optional<Verdicts>> held =
                first.stream()
                        .map(it -> it.key().indicator())
                        .distinct()
                        .collect(
                                Collectors.toMap(
                                        id -> id, id -> entries.find(id).map(this::heldNow)));
        Map<ObservationKey, History> histories =
                rows.histories(first.stream().map(Statement::key).toList(), NOW);
        return first.stream()
                .map(it -> {
                    IndicatorId id = it.key().indicator();
                    History history = Objects.requireNonNull(histories.get(it.key()));
                    return LedgerRows.row(
                            Objects.requireNonNull(held.get(id))
                                    .map(known -> known.judged(history))
                                    .orElse(history),
                            it,
                            entries.find(id).orElse(null));
                })
                .toList();
    }

    /// The history that a row is part of, with what cannot be as held; empty if there is no such
    /// row.
    @Transactional
    public Optional<History> history(Catalogue entries, UUID row) {
        return statements
                .findByIdOptional(row)
                .map(it -> Statements.toDomain(it).key())
                .map(key -> {
                    Optional<Verdicts> held = entries.find(key.indicator()).map(this::heldNow);
                    History history =
                            Objects.requireNonNull(rows.histories(List.of(key), NOW).get(key));
                    return held.map(it -> it.judged(history)).orElse(history);
                });
    }

    private Verdicts heldNow(Indicator indicator) {
        return verdicts.now(indicator).verdicts();
    }
}
