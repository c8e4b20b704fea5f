package insights.export.delivery;

import insights.export.guard.GuardConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hands the guards their part of the configuration: one prefix can be read by one mapping only. */
@Singleton
class GuardConfigProducer {

    @Produces
    @Singleton
    GuardConfig guards(DeliveryConfig config) {
        return config.guards();
    }
}
