package rubicon.ingest.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;

/// The row of each indicator that a transaction locks before it reads what stands. Plain SQL: the
/// lock and its order are the point.
@ApplicationScoped
class HeadRepository {
    private final Session session;

    HeadRepository(Session session) {
        this.session = session;
    }

    /// Locks the heads of these indicators until the transaction ends, in sorted order, so that two
    /// transactions never wait for each other in a circle.
    SortedMap<IndicatorId, Head> lock(Collection<IndicatorId> indicators) {
        String[] ids = indicators.stream().sorted().map(IndicatorId::value).toArray(String[]::new);
        session.createNativeMutationQuery(
                        """
                        insert into indicator_head (indicator)
                        select unnest(:ids) on conflict do nothing
                        """)
                .setParameter("ids", ids)
                .executeUpdate();
        List<Object[]> rows =
                session.createNativeQuery(
                                """
                                select indicator, version, last_recorded_at, state_version,
                                       imported_version, judged_version
                                from indicator_head where indicator = any(:ids)
                                order by indicator for update
                                """,
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultList();
        SortedMap<IndicatorId, Head> heads = new TreeMap<>();
        for (Object[] row : rows) {
            heads.put(
                    new IndicatorId((String) row[0]),
                    new Head(
                            (Long) row[1],
                            (Instant) row[2],
                            (Long) row[3],
                            (Long) row[4],
                            (Long) row[5]));
        }
        return heads;
    }

    /// The recorded time of the newest row about any of these indicators; the epoch for none.
    Instant lastRecordedAt(Collection<IndicatorId> indicators) {
        return session.createNativeQuery(
                        """
                        select coalesce(max(last_recorded_at), 'epoch')
                        from indicator_head where indicator = any(:ids)
                        """,
                        Instant.class)
                .setParameter(
                        "ids", indicators.stream().map(IndicatorId::value).toArray(String[]::new))
                .getSingleResult();
    }

    /// The version of an indicator's head; 0 without one.
    long version(IndicatorId indicator) {
        return session.createNativeQuery(
                        "select coalesce(max(version), 0) from indicator_head where indicator = :id",
                        Long.class)
                .setParameter("id", indicator.value())
                .getSingleResult();
    }

    /// The versions of these indicators' heads; those without one are left out.
    Map<IndicatorId, Long> versions(Collection<IndicatorId> indicators) {
        return session.createNativeQuery(
                        "select indicator, version from indicator_head where indicator = any(:ids)",
                        Object[].class)
                .setParameter(
                        "ids", indicators.stream().map(IndicatorId::value).toArray(String[]::new))
                .getResultStream()
                .collect(
                        Collectors.toMap(
                                row -> new IndicatorId((String) row[0]), row -> (Long) row[1]));
    }

    /// Indicators whose state is of an older version, but for those that an import is coming to.
    SortedSet<IndicatorId> behind() {
        return session.createNativeQuery(
                        """
                        select indicator from indicator_head
                        where state_version < version and judged_version >= imported_version
                        """,
                        String.class)
                .getResultStream()
                .map(IndicatorId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Indicators that rows of imports have come to since rules were evaluated for such.
    SortedSet<IndicatorId> unjudged() {
        return session.createNativeQuery(
                        """
                        select indicator from indicator_head
                        where judged_version < imported_version
                        """,
                        String.class)
                .getResultStream()
                .map(IndicatorId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What the state of an indicator holds; empty without a head.
    Optional<HeldThen> held(IndicatorId indicator) {
        return session.createNativeQuery(
                        """
                        select cast(held as text), held_at, last_recorded_at,
                               state_version < version
                        from indicator_head where indicator = :id
                        """,
                        Object[].class)
                .setParameter("id", indicator.value())
                .getResultStream()
                .map(row ->
                        new HeldThen(
                                (String) row[0],
                                instant(row[1]),
                                (Instant) row[2],
                                (Boolean) row[3]))
                .findFirst();
    }

    private static @Nullable Instant instant(@Nullable Object moment) {
        return (Instant) moment;
    }

    /// Writes heads back with the states that were computed, in one statement.
    ///
    /// @param states as JSON; the heads of the others keep theirs
    /// @param held what the states hold, as JSON
    /// @param figures what is measured of the states
    void update(
            SortedMap<IndicatorId, Head> heads,
            Map<IndicatorId, String> states,
            Map<IndicatorId, String> held,
            Map<IndicatorId, StateFigures> figures) {
        session.createNativeMutationQuery(
                        """
                        update indicator_head h
                        set version = n.version, last_recorded_at = n.last,
                            imported_version = n.imported, judged_version = n.judged,
                            state = coalesce(n.state, h.state),
                            told_value =
                                case when n.state is null then h.told_value else n.told end,
                            told_held =
                                case when n.state is null then h.told_held else n.told_held end,
                            state_version =
                                case when n.state is null then h.state_version else n.version end,
                            held =
                                case when n.state is null
                                    then h.held else cast(n.held as jsonb) end,
                            held_at = case when n.state is null then h.held_at else n.last end
                        from unnest(:ids, :versions, :lasts, :imported, :judged, :states, :held,
                                    :told, :toldHeld)
                             as n (indicator, version, last, imported, judged, state, held, told,
                                   told_held)
                        where h.indicator = n.indicator
                        """)
                .setParameter(
                        "ids",
                        heads.keySet().stream().map(IndicatorId::value).toArray(String[]::new))
                .setParameter(
                        "versions", heads.values().stream().map(Head::version).toArray(Long[]::new))
                .setParameter(
                        "lasts",
                        heads.values().stream().map(Head::lastRecordedAt).toArray(Instant[]::new))
                .setParameter(
                        "imported",
                        heads.values().stream().map(Head::importedVersion).toArray(Long[]::new))
                .setParameter(
                        "judged",
                        heads.values().stream().map(Head::judgedVersion).toArray(Long[]::new))
                .setParameter(
                        "states", heads.keySet().stream().map(states::get).toArray(String[]::new))
                .setParameter("held", heads.keySet().stream().map(held::get).toArray(String[]::new))
                .setParameter(
                        "told",
                        heads.keySet().stream()
                                .map(it -> figure(figures, it, StateFigures::best))
                                .toArray(Double[]::new))
                .setParameter(
                        "toldHeld",
                        heads.keySet().stream()
                                .map(it -> figure(figures, it, StateFigures::held))
                                .toArray(Long[]::new))
                .executeUpdate();
    }

    private static <T> @Nullable T figure(
            Map<IndicatorId, StateFigures> figures,
            IndicatorId indicator,
            Function<StateFigures, @Nullable T> value) {
        StateFigures its = figures.get(indicator);
        return its == null ? null : value.apply(its);
    }

    /// Locks every head until the transaction ends, in the order of [#lock].
    void lockAll() {
        session.createNativeQuery(
                        "select indicator from indicator_head order by indicator for update",
                        String.class)
                .getResultList();
    }

    /// The states computed last, as JSON.
    List<String> states() {
        return session.createNativeQuery(
                        "select state from indicator_head where state is not null"
                                + " order by indicator",
                        String.class)
                .getResultList();
    }

    /// The indicators whose states speak of an earlier day than this, or of none. The states stay
    /// where they are: together they may be more than the heap holds.
    SortedSet<IndicatorId> toldBefore(LocalDate day) {
        return session.createNativeQuery(
                        """
                        select indicator from indicator_head
                        where state is not null
                          and coalesce(cast(cast(state as json) ->> 'today' as date) < :day, true)
                        """,
                        String.class)
                .setParameter("day", day)
                .getResultStream()
                .map(IndicatorId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is measured of each state, without reading the states.
    List<StateFigures> figures() {
        return session.createNativeQuery(
                        """
                        select indicator, told_value, told_held
                        from indicator_head where state is not null order by indicator
                        """,
                        Object[].class)
                .getResultStream()
                .map(row ->
                        new StateFigures(
                                new IndicatorId((String) row[0]), (Double) row[1], (Long) row[2]))
                .toList();
    }

    /// Where an indicator's ledger stands.
    ///
    /// @param version rises by one with each statement that may touch the indicator's state
    /// @param lastRecordedAt of its newest row
    /// @param stateVersion the version that its state is of
    /// @param importedVersion the version that the last row of an import made
    /// @param judgedVersion up to which rules were evaluated for what imports brought
    record Head(
            long version,
            Instant lastRecordedAt,
            long stateVersion,
            long importedVersion,
            long judgedVersion) {

        /// After some more statements.
        Head after(int statements, Instant newest) {
            return new Head(
                    version + statements, newest, stateVersion, importedVersion, judgedVersion);
        }

        /// The version is one that a row of an import made.
        Head imported() {
            return new Head(version, lastRecordedAt, stateVersion, version, judgedVersion);
        }

        /// Rules were evaluated for all that imports brought.
        Head judged() {
            return new Head(
                    version, lastRecordedAt, stateVersion, importedVersion, importedVersion);
        }
    }

    /// What is held of an indicator.
    ///
    /// @param held as JSON; null where it is not known
    /// @param heldAt the ledger time that this is of
    /// @param lastRecordedAt of the indicator's newest row
    /// @param isBehind whether its state is of an older version, as while an import comes in
    record HeldThen(
            @Nullable String held,
            @Nullable Instant heldAt,
            Instant lastRecordedAt,
            boolean isBehind) {}
}
