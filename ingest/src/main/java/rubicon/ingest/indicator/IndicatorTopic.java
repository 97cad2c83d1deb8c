package rubicon.ingest.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import rubicon.ingest.outbox.StateTopic;
import rubicon.model.wire.Topics;

/// The states of all indicators, for their topic.
@ApplicationScoped
class IndicatorTopic implements StateTopic {
    private final IndicatorService indicators;

    IndicatorTopic(IndicatorService indicators) {
        this.indicators = indicators;
    }

    @Override
    public String topic() {
        return Topics.INDICATORS;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public int tellAll() {
        return indicators.tellAll();
    }
}
