package org.handbell.cases.people;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class PeopleConfiguration {

    /// Read when it is first needed: a register without pupils and terms needs none.
    @Bean
    @Lazy
    RegisterKey registerKey(@Value("${handbell.hash-key-file:}") Path file) {
        return RegisterKey.read(file, new SecureRandom());
    }

    @Bean
    Sealing sealing(ObjectProvider<RegisterKey> key) {
        return new Sealing() {
            @Override
            public byte[] seal(String id, String words) {
                return key.getObject().seal(id, words);
            }

            @Override
            public String open(String id, byte[] sealed) {
                return key.getObject().open(id, sealed);
            }
        };
    }
}
