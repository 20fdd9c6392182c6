package org.handbell.cases.signin;

import java.time.Clock;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Sign-in by the identity providers of the settings; absent where none is set.
@Configuration(proxyBeanMethods = false)
@ConditionalOnOAuth2ClientRegistrationProperties
@EnableConfigurationProperties(OAuth2ClientProperties.class)
class OpenIdConfiguration {

    @Bean
    ProviderClient providerClient() {
        return new ProviderClient();
    }

    @Bean
    Providers providers(
            OAuth2ClientProperties properties,
            SignInSettings settings,
            ProviderClient client,
            @Value("${handbell.console.base-url}") String baseUrl) {
        known(settings, properties.getRegistration().keySet());
        return new Providers(
                properties, new ProviderSettingsReader(properties, settings, client, baseUrl));
    }

    @Bean
    SmartInitializingSingleton providersAsked(Providers providers) {
        return providers::askAll;
    }

    @Bean
    IdTokens idTokens(ProviderClient client, Clock clock) {
        return new IdTokens(client, clock);
    }

    @Bean
    Rechecks rechecks(
            Providers providers,
            ProviderClient client,
            IdTokens idTokens,
            Admissions admissions,
            SignInSettings settings,
            Clock clock) {
        return new Rechecks(providers, client, idTokens, admissions, settings.recheck(), clock);
    }

    @Bean
    OpenIdSignIn openIdSignIn(
            Providers providers,
            ProviderClient client,
            Admissions admissions,
            Rechecks rechecks,
            Arrivals arrivals,
            StepUp stepUp) {
        return new OpenIdSignIn(providers, client, admissions, rechecks, arrivals, stepUp);
    }

    @Bean
    ProviderSignOut providerSignOut(
            Providers providers, @Value("${handbell.console.base-url}") String baseUrl) {
        return new ProviderSignOut(
                providers, baseUrl.replaceAll("/+$", "") + SignInConfiguration.LEFT);
    }

    private static void known(SignInSettings settings, Set<String> registrations) {
        for (var id : settings.providers().keySet()) {
            SettingFault.unless(
                    registrations.contains(id),
                    SignInSettings.PREFIX + ".providers." + id,
                    "is set, but there is no such registration",
                    "Use one of " + registrations + ".");
        }
    }
}
