package org.handbell.cases.audit;

import org.handbell.cases.evidence.DeskMark;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    HeadSeal headSeal(DeskMark mark) {
        return new HeadSeal(mark);
    }
}
