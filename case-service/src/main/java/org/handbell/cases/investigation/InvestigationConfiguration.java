package org.handbell.cases.investigation;

import org.handbell.cases.casefile.DueSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InvestigationSettings.class)
class InvestigationConfiguration {

    @Bean
    Rules investigationRules(DueSettings due, Deadlines deadlines, InvestigationSettings settings) {
        return new Rules(due.zone(), deadlines, settings);
    }
}
