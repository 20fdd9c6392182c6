package org.handbell.cases.signin;

import jakarta.servlet.DispatcherType;
import java.security.SecureRandom;
import java.util.Base64;
import org.handbell.cases.people.People;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
class SignInConfiguration {

    private static final String PAGE = "/sign-in";
    private static final int PASSWORD_BYTES = 15;
    private static final String[] PUBLIC = {
        "/", PAGE, "/sign-in/as", "/assets/**", "/actuator/health/**", "/actuator/prometheus"
    };
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
                    + " base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain desk(
            HttpSecurity http,
            SignInSettings settings,
            SecurityContextRepository sessions,
            People people,
            Arrivals arrivals,
            ObjectProvider<LocalSignIn> local,
            ObjectProvider<ClientRegistrationRepository> providers) {
        rules(http, settings);
        headers(http);
        http.securityContext(context -> context.securityContextRepository(sessions));
        http.addFilterBefore(new ArrivalFilter(people), AuthorizationFilter.class);
        http.exceptionHandling(
                e -> e.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(PAGE)));
        http.logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(PAGE + "?left"));
        local.ifAvailable(provider -> form(http, provider, arrivals));
        providers.ifAvailable(any ->
                openId(
                        http,
                        new OpenIdPeople(people, settings.verifiedEmail()),
                        sessions,
                        arrivals));
        return http.build();
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
        http.authorizeHttpRequests(requests ->
                requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(PUBLIC)
                        .permitAll()
                        .requestMatchers(settings.publicPaths().toArray(String[]::new))
                        .permitAll()
                        .requestMatchers("/audit/**")
                        .hasAnyRole("AUDITOR", "OPERATOR")
                        .anyRequest()
                        .authenticated());
    }

    private static void headers(HttpSecurity http) {
        http.headers(headers ->
                headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(
                                opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(permissions ->
                                permissions.policy(
                                        "camera=(), geolocation=(), microphone=(), payment=(), usb=()")));
    }

    private static void form(HttpSecurity http, LocalSignIn provider, Arrivals arrivals) {
        var next = new SavedRequestAwareAuthenticationSuccessHandler();
        http.authenticationProvider(provider);
        http.formLogin(form ->
                form.loginPage(PAGE)
                        .failureUrl(PAGE + "?refused")
                        .successHandler((request, response, place) -> {
                            recorded(arrivals, place, "password");
                            next.onAuthenticationSuccess(request, response, place);
                        }));
    }

    private static void openId(
            HttpSecurity http,
            OpenIdPeople known,
            SecurityContextRepository sessions,
            Arrivals arrivals) {
        http.oauth2Login(login ->
                login.loginPage(PAGE)
                        .authorizedClientRepository(
                                new HttpSessionOAuth2AuthorizedClientRepository())
                        .userInfoEndpoint(info -> info.oidcUserService(known))
                        .failureHandler(refusal())
                        .successHandler(arrival(known, sessions, arrivals)));
    }

    /// The provider's principal becomes ours, so that the desk knows one kind of person only.
    private static AuthenticationSuccessHandler arrival(
            OpenIdPeople known, SecurityContextRepository sessions, Arrivals arrivals) {
        var next = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, proof) -> {
            var user = proof.getPrincipal() instanceof OidcUser oidc ? oidc : null;
            var place = known.person(user).map(Arrivals::place);
            var context = SecurityContextHolder.createEmptyContext();
            place.ifPresent(context::setAuthentication);
            SecurityContextHolder.setContext(context);
            sessions.saveContext(context, request, response);
            if (place.isEmpty()) {
                response.sendRedirect(PAGE + "?unknown");
                return;
            }
            recorded(arrivals, place.get(), "openid");
            next.onAuthenticationSuccess(request, response, place.get());
        };
    }

    private static AuthenticationFailureHandler refusal() {
        return (request, response, failure) -> {
            var unknown =
                    failure instanceof OAuth2AuthenticationException e
                            && OpenIdPeople.UNKNOWN.equals(e.getError().getErrorCode());
            response.sendRedirect(PAGE + (unknown ? "?unknown" : "?refused"));
        };
    }

    private static void recorded(Arrivals arrivals, @Nullable Authentication place, String means) {
        if (place != null && place.getPrincipal() instanceof SignedIn person) {
            arrivals.record(person, means);
        }
    }
}
