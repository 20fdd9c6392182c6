package org.handbell.cases.signin;

import java.security.SecureRandom;
import java.time.Clock;
import org.handbell.cases.evidence.DeskMark;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class StepUpConfiguration {

    @Bean
    Devices devices(JdbcClient jdbc, DeskMark mark, Clock clock) {
        return new JdbcDevices(jdbc, mark, new SecureRandom(), clock);
    }

    /// Where nobody says otherwise, people who come by a provider are asked, and nobody else.
    @Bean
    StepUp stepUp(
            SignInSettings settings,
            ObjectProvider<Providers> providers,
            Devices devices,
            Arrivals arrivals,
            Clock clock,
            @Value("${handbell.console.base-url}") String baseUrl) {
        var said = settings.stepUp().on();
        var asked =
                said == null
                        ? providers.getIfAvailable() != null && !settings.oneClick()
                        : said && !settings.oneClick();
        return new StepUp(
                asked, !baseUrl.startsWith("http:"), settings.stepUp(), devices, arrivals, clock);
    }

    @Bean
    WebMvcConfigurer stepUpBeforeCases(StepUp stepUp) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new StepUpAdvice(stepUp));
            }
        };
    }
}
