package org.handbell.cases.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

    @Bean
    EvidenceLocker evidenceLocker(JdbcClient jdbc, EvidenceSettings settings, Clock clock) {
        var random = new SecureRandom();
        return new JdbcEvidenceLocker(jdbc, new MasterKey(settings, random).read(), random, clock);
    }
}
