package org.handbell.cases.casefile;

import java.security.SecureRandom;
import org.handbell.cases.calendar.WorkingDays;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DueSettings.class, TriageSettings.class})
class CasefileConfiguration {

    @Bean
    CaseNumbers caseNumbers() {
        return new CaseNumbers(new SecureRandom());
    }

    @Bean
    DueTimes dueTimes(DueSettings settings, WorkingDays days) {
        return new DueTimes(settings, days::is);
    }
}
