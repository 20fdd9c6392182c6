package org.handbell.analysis;

import java.time.Clock;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Accounts;
import org.handbell.analysis.register.Registers;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AnalysisSettings.class, HashKeySettings.class})
class AnalysisConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Judge judging(AnalysisSettings settings, HashKeySettings key) {
        return new Judge(new YamlPacks().read(settings.packs()), key.keyedHash());
    }

    @Bean
    Accounts accounts() {
        return new Accounts();
    }

    @Bean
    Registers registers() {
        return new Registers();
    }
}
