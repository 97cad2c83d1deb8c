package rubicon.ingest.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;

/// A row of `ledger_statement`.
@Entity
@Immutable
@NullUnmarked
@Table(name = "ledger_statement")
class StatementEntity {
    @Id UUID id;

    @Column(name = "event_source")
    String eventSource;

    @Column(name = "event_id")
    String eventId;

    String source;
    String indicator;

    @Column(name = "external_id")
    String externalId;

    @Column(name = "stated_at")
    Instant statedAt;

    @Column(name = "recorded_at")
    Instant recordedAt;

    String decision;

    String model;
    String developer;
    String scaffold;

    @Column(name = "released_on")
    LocalDate releasedOn;

    String actor;
    Double value;
    Double low;
    Double high;
    Double level;
    String method;
    Long n;
    String qualifier;

    @Column(name = "observed_on")
    LocalDate observedOn;

    String precision;

    @Column(name = "published_at")
    Instant publishedAt;

    @Column(name = "starting_point")
    String startingPoint;

    String evaluator;
    String evidence;
    String note;
    String disputed;
    String confirmed;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> tags;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "provenance")
    ProvenanceEntity provenance;

    @Column(name = "retraction_reason")
    String retractionReason;

    @Column(name = "retraction_text")
    String retractionText;
}
