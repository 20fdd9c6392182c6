package org.handbell.standalone.welcome;

import javax.sql.DataSource;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.standalone.deadletter.DeadLetters;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What the demonstration adds to the case service's web server. It is no part of that service: a
/// real installation never sees it.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WelcomeSettings.class)
@Import({WelcomeController.class, OperatorController.class})
public class WelcomeConfiguration implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/standalone/**")
                .addResourceLocations("classpath:/static/standalone/");
    }

    @Bean
    @Order(-100)
    SecurityFilterChain welcomeSecurity(HttpSecurity http) {
        http.securityMatcher(
                        "/welcome",
                        "/way",
                        "/post-as",
                        "/operator",
                        "/operator/*",
                        "/standalone/**")
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers("/operator", "/operator/*")
                                .access((who, request) ->
                                        new AuthorizationDecision(operates(who.get())))
                                .anyRequest()
                                .permitAll())
                .exceptionHandling(failure ->
                        failure.authenticationEntryPoint(
                                new LoginUrlAuthenticationEntryPoint("/welcome")))
                .headers(headers ->
                        headers.contentSecurityPolicy(policy ->
                                policy.policyDirectives(
                                        "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'")));
        return http.build();
    }

    @Bean
    Ways postWays() {
        return new Ways();
    }

    @Bean
    KafkaWays followedWays(
            Ways ways,
            DataSource cases,
            @Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        return new KafkaWays(bootstrapServers, ways, new JdbcCaseLinks(JdbcClient.create(cases)));
    }

    @Bean
    FiguresClient figuresOfAll(WelcomeSettings ports) {
        return new FiguresClient(ports);
    }

    @Bean
    DeadLetters lettersOfAll(@Value("${spring.kafka.bootstrap-servers}") String bootstrapServers) {
        return DeadLetters.on(bootstrapServers);
    }

    private static boolean operates(Authentication who) {
        return who != null
                && who.getPrincipal() instanceof SignedIn person
                && person.role() == Role.OPERATOR;
    }
}
