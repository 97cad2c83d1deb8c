package rubicon.ingest.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.outbox.Outbox;
import rubicon.ingest.outbox.StateTopic;
import rubicon.model.wire.Topics;

/// Every episode as it stands, for the topic of alerts.
@ApplicationScoped
class AlertTopic implements StateTopic {
    private final AlertRepository alerts;
    private final LedgerService ledger;
    private final Outbox outbox;

    AlertTopic(AlertRepository alerts, LedgerService ledger, Outbox outbox) {
        this.alerts = alerts;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Override
    public String topic() {
        return Topics.ALERTS;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public int tellAll() {
        // Whoever moves an alert holds its indicator's head.
        ledger.lockStates();
        List<AlertEpisodeEntity> all = alerts.lockAll();
        all.forEach(it -> outbox.add(Topics.ALERTS, it.id, AlertJson.write(it.payload)));
        return all.size();
    }
}
