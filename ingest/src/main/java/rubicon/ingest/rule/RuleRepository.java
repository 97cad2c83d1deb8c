package rubicon.ingest.rule;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

@ApplicationScoped
class RuleRepository implements PanacheRepositoryBase<RuleVersionEntity, RuleVersionEntity.Id> {
    private static final String NEWEST =
            "id.version = (select max(n.id.version) from RuleVersionEntity n"
                    + " where n.id.rule = e.id.rule)";

    /// Asked for each batch of releases. Plain SQL with one array: where a list is a parameter for
    /// each of its values, Hibernate makes the query anew each time.
    private static final String NAMING =
            """
             from rule_version r
            where not r.deleted
              and (r.indicator = any(:indicators) or r.other = any(:indicators))
              and r.version = (select max(n.version) from rule_version n where n.rule = r.rule)
            """;

    /// Lets nobody else change this rule until the transaction ends.
    void lock(String rule) {
        getEntityManager()
                .createNativeQuery(
                        "select pg_advisory_xact_lock(hashtextextended('rule ' || :rule, 0))",
                        Object.class)
                .setParameter("rule", rule)
                .getResultList();
    }

    /// The newest version of each rule that is not deleted, by id.
    List<RuleVersionEntity> current() {
        return list(
                "from RuleVersionEntity e where " + NEWEST + " and not deleted order by id.rule");
    }

    /// The newest versions of the rules that name one of these indicators, by id.
    List<RuleVersionEntity> currentOf(Collection<String> indicators) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "select r.*" + NAMING + " order by r.rule", RuleVersionEntity.class)
                .setParameter("indicators", indicators.toArray(String[]::new))
                .getResultList();
    }

    /// The indicators that the newest versions of those rules name, in pairs; the second may be
    /// null.
    List<Object[]> namedWith(Collection<String> indicators) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select distinct r.indicator, r.other" + NAMING, Object[].class)
                .setParameter("indicators", indicators.toArray(String[]::new))
                .getResultList();
    }

    /// The newest versions of the rules whose conditions are of these kinds, by id.
    List<RuleVersionEntity> currentOfKinds(Collection<String> kinds) {
        return list(
                "from RuleVersionEntity e where "
                        + NEWEST
                        + " and not deleted and kind in ?1 order by id.rule",
                kinds);
    }

    /// The newest version of a rule, deleted or not.
    Optional<RuleVersionEntity> newest(String rule) {
        return find("from RuleVersionEntity e where id.rule = ?1 order by id.version desc", rule)
                .firstResultOptional();
    }

    /// A version of a rule.
    Optional<RuleVersionEntity> version(String rule, int version) {
        return findByIdOptional(new RuleVersionEntity.Id(rule, version));
    }
}
