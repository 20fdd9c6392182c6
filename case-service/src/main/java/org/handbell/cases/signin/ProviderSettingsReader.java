package org.handbell.cases.signin;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Provider;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties.Registration;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;

/// Turns settings and a provider's own description into what Spring Security works with, and
/// refuses what would let in other people than those of the trust.
class ProviderSettingsReader {

    private static final String REGISTRATION = "spring.security.oauth2.client.registration.";
    private static final String PROVIDER = "spring.security.oauth2.client.provider.";
    private static final String END_SESSION = "end_session_endpoint";

    private final OAuth2ClientProperties properties;
    private final SignInSettings settings;
    private final ProviderClient client;
    private final String callback;

    /// @param baseUrl where people reach the desk
    ProviderSettingsReader(
            OAuth2ClientProperties properties,
            SignInSettings settings,
            ProviderClient client,
            String baseUrl) {
        this.properties = properties;
        this.settings = settings;
        this.client = client;
        this.callback = baseUrl.replaceAll("/+$", "") + "/login/oauth2/code/{registrationId}";
    }

    /// @throws SettingFault where the settings cannot be right, whatever the provider says
    void check(String id) {
        var registration = registration(id);
        var secret = text(registration.getClientSecret());
        SettingFault.unless(
                !secret.isBlank() && !secret.startsWith("${"),
                REGISTRATION + id + ".client-secret",
                "is not set",
                "Give it as a file through spring.config.import=configtree:, see the README.");
        SettingFault.unless(
                !issuer(id).isBlank(),
                PROVIDER + providerId(id) + ".issuer-uri",
                "is not set, nor is " + SignInSettings.PREFIX + ".providers." + id + ".issuer",
                "Set one of them, else a token of any issuer would be taken.");
        for (var address : addresses(id)) {
            SettingFault.unless(
                    !Tenants.ofManyOrganisations(address),
                    PROVIDER + providerId(id),
                    "names '" + address + "', where any organisation signs in",
                    "Put the directory (tenant) id of the trust in the place of common,"
                            + " organizations or consumers.");
        }
        SettingFault.unless(
                !Tenants.isGoogle(issuer(id)) || !settings.provider(id).domain().isBlank(),
                SignInSettings.PREFIX + ".providers." + id + ".domain",
                "is not set, so that any Google account could come",
                "Set it to the trust's Google Workspace domain.");
        SettingFault.unless(
                registration.getScope() == null || registration.getScope().contains("openid"),
                REGISTRATION + id + ".scope",
                "lacks openid",
                "Set it to openid,email.");
    }

    ClientRegistration read(String id) {
        var found = new Provider();
        var metadata = describe(id, found);
        var one = new OAuth2ClientProperties();
        one.getRegistration().put(id, completed(id));
        one.getProvider().put(providerId(id), found);
        var mapped =
                Objects.requireNonNull(
                        new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id));
        return ClientRegistration.withClientRegistration(mapped)
                .issuerUri(issuer(id))
                .userInfoUri(null)
                .providerConfigurationMetadata(metadata)
                .build();
    }

    String name(String id) {
        var name = text(registration(id).getClientName());
        return name.isBlank() ? id : name;
    }

    Optional<String> endSession(ClientRegistration registration) {
        var told = registration.getProviderDetails().getConfigurationMetadata().get(END_SESSION);
        var set = settings.provider(registration.getRegistrationId()).endSessionUri();
        return Optional.of(set.isBlank() ? text(told) : set).filter(uri -> !uri.isBlank());
    }

    private Map<String, Object> describe(String id, Provider found) {
        var set = properties.getProvider().getOrDefault(providerId(id), new Provider());
        var issuer = text(set.getIssuerUri());
        var told = issuer.isBlank() ? Map.<String, Object>of() : client.description(issuer);
        if (!issuer.isBlank()) {
            SettingFault.unless(
                    issuer.equals(told.get("issuer")),
                    PROVIDER + providerId(id) + ".issuer-uri",
                    "is '"
                            + issuer
                            + "', but the provider there calls itself '"
                            + text(told.get("issuer"))
                            + "'",
                    "Set it to exactly what the provider calls itself, or set the addresses one by"
                            + " one and "
                            + SignInSettings.PREFIX
                            + ".providers."
                            + id
                            + ".issuer.");
        }
        found.setAuthorizationUri(first(set.getAuthorizationUri(), told, "authorization_endpoint"));
        found.setTokenUri(first(set.getTokenUri(), told, "token_endpoint"));
        found.setJwkSetUri(first(set.getJwkSetUri(), told, "jwks_uri"));
        found.setUserNameAttribute("sub");
        return told;
    }

    private Registration completed(String id) {
        var set = registration(id);
        var all = new Registration();
        all.setProvider(set.getProvider());
        all.setClientId(set.getClientId());
        all.setClientSecret(set.getClientSecret());
        all.setClientName(name(id));
        all.setClientAuthenticationMethod(set.getClientAuthenticationMethod());
        all.setAuthorizationGrantType("authorization_code");
        all.setRedirectUri(text(set.getRedirectUri()).isBlank() ? callback : set.getRedirectUri());
        all.setScope(set.getScope() == null ? Set.of("openid", "email") : set.getScope());
        return all;
    }

    private String issuer(String id) {
        var own = settings.provider(id).issuer();
        var provider = properties.getProvider().get(providerId(id));
        return own.isBlank() && provider != null ? text(provider.getIssuerUri()) : own;
    }

    private Set<String> addresses(String id) {
        var set = properties.getProvider().getOrDefault(providerId(id), new Provider());
        return Set.copyOf(
                java.util.stream.Stream.of(
                                issuer(id),
                                text(set.getAuthorizationUri()),
                                text(set.getTokenUri()))
                        .toList());
    }

    private Registration registration(String id) {
        return Objects.requireNonNull(properties.getRegistration().get(id), id);
    }

    private String providerId(String id) {
        var named = text(registration(id).getProvider());
        return named.isBlank() ? id : named;
    }

    private static @Nullable String first(
            @Nullable String set, Map<String, Object> told, String claim) {
        return set == null || set.isBlank() ? (String) told.get(claim) : set;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
