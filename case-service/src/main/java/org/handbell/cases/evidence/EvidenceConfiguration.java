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
    MasterKey masterKey(
            EvidenceSettings settings, @Value("${handbell.sign-in.local:false}") boolean local) {
        var create = settings.createMissingKey() == null ? local : settings.createMissingKey();
        return new MasterKey(settings.masterKeyFile(), create, new SecureRandom());
    }

    @Bean
    EvidenceLocker evidenceLocker(JdbcClient jdbc, MasterKey masterKey, Clock clock) {
        return new JdbcEvidenceLocker(jdbc, masterKey.read(), new SecureRandom(), clock);
    }

    @Bean
    DeskMark deskMark(MasterKey masterKey) {
        return new DeskMark(masterKey.read());
    }
}
