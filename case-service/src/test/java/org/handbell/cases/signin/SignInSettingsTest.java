package org.handbell.cases.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignInSettings.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SignInSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "groups[0].group, '', groups[0].group names no group",
        "groups[0].role, WIZARD, 'groups[0].role is ''WIZARD'', which is no role. Use one of HEAD, DSL'",
        "groups[0].academy, '', 'groups[0].academy is empty, but HEAD is a role at an academy'",
        "groups[0].role, AUDITOR, 'groups[0].academy is set, but AUDITOR belongs to the whole trust'",
        "recheck.every, 2h, recheck.every is 7200 s. Use 1 s to 30 m",
        "recheck.outage, -1s, recheck.outage is -1 s",
        "recheck.without-refresh, 0s, recheck.without-refresh is 0 s"
    })
    void aSettingThatCannotBeRightIsNamedWithTheRemedy(String key, String value, String said) {
        var all =
                new HashMap<>(
                        Map.of(
                                "handbell.sign-in.groups[0].group", "heads",
                                "handbell.sign-in.groups[0].role", "head",
                                "handbell.sign-in.groups[0].academy", "hill"));
        assertThat(bound(all).groups()).containsExactly(new Group("heads", "head", "hill"));
        assertThat(bound(all).groups().getFirst().meant()).isEqualTo(Role.HEAD);
        all.put("handbell.sign-in." + key, value);
        assertThatThrownBy(() -> bound(all))
                .rootCause()
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining("handbell.sign-in." + said);
    }

    /// A compose file has nothing but variables.
    @Test
    void everythingCanBeSetByVariables() {
        var variables =
                new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        Map.of(
                                "HANDBELL_SIGNIN_GROUPS_0_GROUP", "heads",
                                "HANDBELL_SIGNIN_GROUPS_0_ROLE", "HEAD",
                                "HANDBELL_SIGNIN_GROUPS_0_ACADEMY", "*",
                                "HANDBELL_SIGNIN_RECHECK_WITHOUTREFRESH", "7m",
                                "HANDBELL_SIGNIN_PROVIDERS_KEYCLOAK_ISSUER", "https://a.example",
                                "HANDBELL_SIGNIN_PROVIDERS_KEYCLOAK_ENDSESSIONURI",
                                        "https://b.example"));
        var environment = new StandardEnvironment();
        environment.getPropertySources().replace(variables.getName(), variables);
        var settings =
                Binder.get(environment).bind(SignInSettings.PREFIX, SignInSettings.class).get();
        assertThat(settings.groups()).containsExactly(new Group("heads", "HEAD", "*"));
        assertThat(settings.recheck().withoutRefresh()).isEqualTo(Duration.ofMinutes(7));
        assertThat(settings.provider("keycloak").issuer()).isEqualTo("https://a.example");
        assertThat(settings.provider("keycloak").endSessionUri()).isEqualTo("https://b.example");
    }

    @ParameterizedTest
    @CsvSource({
        "https://login.microsoftonline.com/common/v2.0, any organisation signs in",
        "https://login.microsoftonline.com/organizations/v2.0, any organisation signs in",
        "https://accounts.google.com, any Google account could come",
        "'', issuer-uri is not set"
    })
    void anIssuerForEverybodyIsRefused(String issuer, String said) {
        assertThatThrownBy(() -> reader(issuer, "secret").check("school"))
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining(said);
    }

    @Test
    void anIssuerOfOneOrganisationIsTaken() {
        reader("https://login.microsoftonline.com/5f0c6a2e-0000-4000-8000-000000000009/v2.0", "s")
                .check("school");
    }

    @ParameterizedTest
    @CsvSource({"''", "${keycloak_client_secret}"})
    void aSecretThatIsMissingIsNamed(String secret) {
        assertThatThrownBy(() -> reader("https://sign-in.example", secret).check("school"))
                .hasMessageContaining("registration.school.client-secret is not set");
    }

    private static ProviderSettingsReader reader(String issuer, String secret) {
        var properties = new OAuth2ClientProperties();
        var registration = new OAuth2ClientProperties.Registration();
        registration.setClientId("desk");
        registration.setClientSecret(secret);
        properties.getRegistration().put("school", registration);
        var provider = new OAuth2ClientProperties.Provider();
        provider.setIssuerUri(issuer);
        properties.getProvider().put("school", provider);
        return new ProviderSettingsReader(
                properties, bound(Map.of()), new ProviderClient(), "http://localhost:8080");
    }

    private static SignInSettings bound(Map<String, String> settings) {
        return new Binder(List.of(new MapConfigurationPropertySource(settings)))
                .bindOrCreate(SignInSettings.PREFIX, SignInSettings.class);
    }
}
