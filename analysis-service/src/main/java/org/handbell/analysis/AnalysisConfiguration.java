package org.handbell.analysis;

import java.time.Clock;
import org.handbell.analysis.judge.Judge;
import org.handbell.analysis.judge.Judges;
import org.handbell.analysis.meaning.CountedMeanings;
import org.handbell.analysis.meaning.MeaningMetrics;
import org.handbell.analysis.meaning.Meanings;
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
    Meanings meanings(AnalysisSettings settings, MeaningMetrics metrics) {
        return CountedMeanings.of(settings.meaning().meanings(), metrics);
    }

    @Bean
    Judges judges(AnalysisSettings settings, HashKeySettings key, Meanings meanings) {
        var hash = key.keyedHash();
        return packs -> new Judge(packs, hash, meanings, settings.bounds());
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
