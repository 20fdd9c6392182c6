package org.handbell.analysis.opinion;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OpinionSettings.class)
class OpinionConfiguration {

    @Bean(destroyMethod = "close")
    SecondOpinions secondOpinions(OpinionSettings settings, Clock clock, OpinionMetrics metrics) {
        return new SecondOpinions(settings, clock, metrics::told);
    }
}
