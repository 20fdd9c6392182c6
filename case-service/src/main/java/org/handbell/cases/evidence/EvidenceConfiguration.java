package org.handbell.cases.evidence;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfiguration {

    @Bean
    EvidenceLocker evidenceLocker(
            JdbcClient jdbc,
            EvidenceSettings settings,
            Clock clock,
            @Value("${handbell.sign-in.local:false}") boolean local) {
        var random = new SecureRandom();
        var create = settings.createMissingKey() == null ? local : settings.createMissingKey();
        var masterKey = new MasterKey(settings.masterKeyFile(), create, random).read();
        return new JdbcEvidenceLocker(jdbc, masterKey, random, clock);
    }
}
