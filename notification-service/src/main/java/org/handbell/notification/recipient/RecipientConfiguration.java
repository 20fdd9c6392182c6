package org.handbell.notification.recipient;

import org.handbell.contract.figures.Reading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecipientConfiguration {

    @Bean
    Reading recipientsReading(RecipientStream recipients) {
        return new Reading.Table(recipients::next);
    }
}
