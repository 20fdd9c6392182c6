package org.handbell.cases.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.handbell.cases.people.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param local whether the desk's own form is there; for the embedded default only
/// @param oneClick whether anybody may take a seat at the desk without a password; for an invented
///   school only
/// @param publicPaths further paths that a stranger may open, as patterns
/// @param groups what the groups of an identity provider mean at the desk; none: the register alone
///   says who holds which role
/// @param providers what the desk must know of a provider beyond Spring's own settings, by the id
///   of its registration
@ConfigurationProperties(prefix = SignInSettings.PREFIX, ignoreUnknownFields = false)
record SignInSettings(
        @DefaultValue("false") boolean local,
        @DefaultValue("false") boolean oneClick,
        @DefaultValue List<String> publicPaths,
        @DefaultValue List<Group> groups,
        @DefaultValue Map<String, Provider> providers,
        @DefaultValue Recheck recheck,
        @DefaultValue StepUp stepUp) {

    static final String PREFIX = "handbell.sign-in";

    SignInSettings {
        for (var i = 0; i < groups.size(); i++) {
            groups.get(i).check(PREFIX + ".groups[" + i + "]");
        }
        recheck.check(PREFIX + ".recheck");
        stepUp.check(PREFIX + ".step-up");
    }

    /// What is known of a provider; the defaults where nothing is set.
    Provider provider(String registrationId) {
        return providers.getOrDefault(registrationId, Provider.PLAIN);
    }

    /// What a group means.
    ///
    /// @param group as the provider's claim has it: a name, a path, an object id, an app role
    /// @param academy id of an academy; `*` for all of them and the trust; empty for the trust
    ///   alone
    record Group(
            @DefaultValue("") String group,
            @DefaultValue("") String role,
            @DefaultValue("") String academy) {

        static final String ANYWHERE = "*";

        private void check(String setting) {
            SettingFault.unless(
                    !group.isBlank(),
                    setting + ".group",
                    "names no group",
                    "Set it to what the provider's groups claim holds, or take the entry out.");
            SettingFault.unless(
                    Roles.named(role).isPresent(),
                    setting + ".role",
                    "is '" + role + "', which is no role",
                    "Use one of " + Roles.all() + ".");
            SettingFault.unless(
                    !meant().oversees() || academy.isEmpty() || academy.equals(ANYWHERE),
                    setting + ".academy",
                    "is set, but " + meant() + " belongs to the whole trust",
                    "Leave it out.");
            SettingFault.unless(
                    !Roles.ofAnAcademy(meant()) || !academy.isEmpty(),
                    setting + ".academy",
                    "is empty, but " + meant() + " is a role at an academy",
                    "Set it to the academy's id in the register, or to '*' for all.");
        }

        Role meant() {
            return Roles.named(role).orElseThrow();
        }
    }

    /// @param issuer what the id_token must name as its issuer, where Spring's `issuer-uri` is not
    ///   set since desk and browser reach the provider at different addresses
    /// @param endSessionUri where a browser is sent to sign out, where there is no `issuer-uri`
    /// @param groupsClaim claim of the id_token with the groups; empty for a provider that has none
    /// @param emailClaim claim with the e-mail address
    /// @param verifiedClaim claim that says that the address is verified; empty where the provider
    ///   hands out addresses itself and never says so
    /// @param domain what the `hd` claim must say; must be set for Google
    record Provider(
            @DefaultValue("") String issuer,
            @DefaultValue("") String endSessionUri,
            @DefaultValue("groups") String groupsClaim,
            @DefaultValue("email") String emailClaim,
            @DefaultValue("email_verified") String verifiedClaim,
            @DefaultValue("") String domain) {

        static final Provider PLAIN = new Provider("", "", "groups", "email", "email_verified", "");
    }

    /// How soon the desk learns that a provider does not vouch for somebody any more.
    ///
    /// @param every the provider is asked again after this
    /// @param outage a session goes on for so long beyond that when the provider does not answer
    /// @param withoutRefresh length of a session whose provider gave no refresh token
    record Recheck(
            @DefaultValue("5m") Duration every,
            @DefaultValue("10m") Duration outage,
            @DefaultValue("15m") Duration withoutRefresh) {

        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final Duration LONGEST = Duration.ofMinutes(30);

        private void check(String setting) {
            bounded(setting + ".every", every, SHORTEST);
            bounded(setting + ".outage", outage, Duration.ZERO);
            bounded(setting + ".without-refresh", withoutRefresh, SHORTEST);
        }

        private static void bounded(String setting, Duration given, Duration shortest) {
            SettingFault.unless(
                    given.compareTo(shortest) >= 0 && given.compareTo(LONGEST) <= 0,
                    setting,
                    "is " + given.toSeconds() + " s",
                    "Use %d s to %d m.".formatted(shortest.toSeconds(), LONGEST.toMinutes()));
        }
    }

    /// Whether and how people show once more who they are before they open a case on a device.
    ///
    /// @param on null: where people come by a provider; never where one click is enough
    /// @param shift how long it holds on a device, 1 min to 24 h
    /// @param acrValues ways of signing in that count, as the provider calls them, separated by
    ///   blanks; empty: any
    /// @param withoutAuthTime whether the word of a provider counts that was told to ask again and
    ///   never says when it did
    record StepUp(
            @Nullable Boolean on,
            @DefaultValue("10h") Duration shift,
            @DefaultValue("") String acrValues,
            @DefaultValue("false") boolean withoutAuthTime) {

        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofHours(24);

        private void check(String setting) {
            SettingFault.unless(
                    shift.compareTo(SHORTEST) >= 0 && shift.compareTo(LONGEST) <= 0,
                    setting + ".shift",
                    "is " + shift.toSeconds() + " s",
                    "Use 1 m to 24 h.");
        }
    }
}
