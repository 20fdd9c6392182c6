package org.handbell.ingest.cursor;

import java.security.SecureRandom;
import org.handbell.ingest.IngestSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CursorConfiguration {

    @Bean
    FingerprintKey fingerprintKey(IngestSettings settings) {
        return FingerprintKey.read(
                settings.fingerprintKeyFile(), settings.createFingerprintKey(), new SecureRandom());
    }
}
