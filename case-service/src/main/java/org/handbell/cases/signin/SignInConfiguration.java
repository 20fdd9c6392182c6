package org.handbell.cases.signin;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.stream.Stream;
import org.handbell.cases.access.DeskAction;
import org.handbell.cases.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SignInConfiguration {

    static final String PAGE = "/sign-in";
    static final String LEFT = PAGE + "?left";

    private static final int PASSWORD_BYTES = 15;
    private static final String[] PUBLIC = {
        "/assets/**", "/actuator/health/**", "/actuator/prometheus"
    };

    @Bean
    SecurityFilterChain desk(
            HttpSecurity http,
            SignInSettings settings,
            SecurityContextRepository sessions,
            People people,
            Admissions admissions,
            Arrivals arrivals,
            StepUp stepUp,
            ObjectProvider<LocalSignIn> local,
            ObjectProvider<OpenIdSignIn> openId,
            ObjectProvider<ProviderSignOut> signOut,
            ObjectProvider<Providers> providers) {
        rules(http, settings);
        DeskHeaders.into(http, providers.getIfAvailable());
        http.securityContext(context -> context.securityContextRepository(sessions));
        var byOpenId = openId.getIfAvailable();
        http.addFilterBefore(
                new ArrivalFilter(
                        people,
                        admissions,
                        arrivals,
                        byOpenId == null ? null : byOpenId.rechecks()),
                AuthorizationFilter.class);
        http.exceptionHandling(
                e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(PAGE)));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(LEFT));
        signOut.ifAvailable(handler ->
                http.logout(out -> out.addLogoutHandler(handler).logoutSuccessHandler(handler)));
        local.ifAvailable(provider -> form(http, provider, arrivals, stepUp));
        if (byOpenId != null) {
            byOpenId.into(http, sessions);
        }
        return http.build();
    }

    /// A session cookie never travels in clear where people reach the desk by HTTPS, also when the
    /// last stretch behind an Ingress is plain HTTP.
    @Bean
    ServletContextInitializer secureCookie(@Value("${handbell.console.base-url}") String baseUrl) {
        return context -> {
            if (baseUrl.startsWith("https:")) {
                context.getSessionCookieConfig().setSecure(true);
            }
        };
    }

    @Bean
    SecurityContextRepository sessions() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @ConditionalOnProperty("handbell.sign-in.local")
    LocalSignIn localSignIn(People people, JdbcLocalPasswords passwords, PasswordEncoder encoder) {
        return new LocalSignIn(people, passwords, encoder);
    }

    @Bean
    @ConditionalOnProperty("handbell.sign-in.local")
    FirstPassword firstPassword(
            People people, JdbcLocalPasswords passwords, PasswordEncoder encoder) {
        return new FirstPassword(people, passwords, encoder, SignInConfiguration::password);
    }

    private static String password() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void rules(HttpSecurity http, SignInSettings settings) {
        http.authorizeHttpRequests(requests -> {
            requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                    .permitAll()
                    .requestMatchers(PUBLIC)
                    .permitAll()
                    .requestMatchers(settings.publicPaths().toArray(String[]::new))
                    .permitAll();
            for (var action : DeskAction.values()) {
                methods(action)
                        .forEach(method ->
                                requests.requestMatchers(method, action.path())
                                        .access((who, _) ->
                                                new AuthorizationDecision(may(who.get(), action))));
            }
            // What is no page at all answers so, to those who signed in.
            requests.anyRequest().authenticated();
        });
    }

    /// What may be read may also be asked for without its body.
    private static Stream<HttpMethod> methods(DeskAction action) {
        return action.method() == HttpMethod.GET
                ? Stream.of(HttpMethod.GET, HttpMethod.HEAD)
                : Stream.of(action.method());
    }

    private static boolean may(@Nullable Authentication who, DeskAction action) {
        return action.openToStrangers()
                || (who != null
                        && who.getPrincipal() instanceof SignedIn person
                        && action.permits(person.role()));
    }

    private static void form(
            HttpSecurity http, LocalSignIn provider, Arrivals arrivals, StepUp stepUp) {
        var next = new SavedRequestAwareAuthenticationSuccessHandler();
        http.authenticationProvider(provider);
        http.formLogin(form ->
                form.loginPage(PAGE)
                        .failureUrl(PAGE + "?refused")
                        .successHandler((request, response, place) -> {
                            recorded(arrivals, place, "password");
                            if (place.getPrincipal() instanceof SignedIn person) {
                                stepUp.confirm(person, "password", request, response);
                            }
                            next.onAuthenticationSuccess(request, response, place);
                        }));
    }

    private static void recorded(Arrivals arrivals, @Nullable Authentication place, String means) {
        if (place != null && place.getPrincipal() instanceof SignedIn person) {
            arrivals.record(person, means);
        }
    }
}
