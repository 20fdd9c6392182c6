package org.handbell.cases.signin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.signin.Identities.Account;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides who comes in by a provider. The register must know them: without an entry there are no
/// conflict rules for them, and nobody could say later whom an audit entry means.
@Component
class Admissions {

    private final SignInSettings settings;
    private final People people;
    private final Identities identities;
    private final GroupRoles groupRoles;
    private final AuditLog audit;

    Admissions(
            SignInSettings settings,
            People people,
            Identities identities,
            GroupRoles groupRoles,
            AuditLog audit) {
        this.settings = settings;
        this.people = people;
        this.identities = identities;
        this.groupRoles = groupRoles;
        this.audit = audit;
    }

    /// @param token checked already
    @Transactional
    public Admission admit(ClientRegistration registration, OidcIdToken token) {
        var provider = settings.provider(registration.getRegistrationId());
        if (!provider.domain().isBlank()
                && !provider.domain().equalsIgnoreCase(token.getClaimAsString("hd"))) {
            return new Admission.Refused(Refusal.ELSEWHERE);
        }
        if (groupsWereTooMany(registration.getRegistrationId(), token)) {
            return new Admission.Refused(Refusal.TOO_MANY_GROUPS);
        }
        return switch (known(registration, token)) {
            case Known.Nobody(var why) -> new Admission.Refused(why);
            case Known.As(var person) ->
                    placed(person, registration.getRegistrationId(), groups(provider, token));
        };
    }

    private Admission placed(Person person, String registrationId, Set<String> groups) {
        return place(person, registrationId, groups).isPresent()
                ? new Admission.Admitted(person, groups)
                : new Admission.Refused(Refusal.NO_GROUP);
    }

    /// What the person is at the desk now, with the groups that the provider named last.
    Optional<SignedIn> place(Person person, String registrationId, Set<String> groups) {
        return groupRoles.count(registrationId)
                ? groupRoles.place(person, groups)
                : Optional.of(SignedIn.of(person));
    }

    private Known known(ClientRegistration registration, OidcIdToken token) {
        var account =
                new Account(
                        Objects.requireNonNull(registration.getProviderDetails().getIssuerUri()),
                        registration.getClientId(),
                        Objects.requireNonNull(token.getSubject()));
        return identities
                .personOf(account)
                .flatMap(people::byId)
                .<Known>map(Known.As::new)
                .orElseGet(() -> byAddress(registration.getRegistrationId(), token, account));
    }

    private Known byAddress(String registrationId, OidcIdToken token, Account account) {
        var provider = settings.provider(registrationId);
        var email = Optional.ofNullable(token.getClaimAsString(provider.emailClaim()));
        if (email.isEmpty() || !verified(provider, token)) {
            return new Known.Nobody(Refusal.UNVERIFIED);
        }
        var person = email.flatMap(people::byEmail);
        if (person.isEmpty()) {
            return new Known.Nobody(Refusal.UNKNOWN);
        }
        var id = person.get().personId();
        if (!identities.bind(account, id)) {
            // Perhaps the same person in another window, a moment ago.
            return identities.personOf(account).equals(Optional.of(id))
                    ? new Known.As(person.get())
                    : new Known.Nobody(Refusal.ANOTHER);
        }
        audit.append(id, "person.account-bound", "person:" + id, "at " + registrationId);
        return new Known.As(person.get());
    }

    private static boolean verified(SignInSettings.Provider provider, OidcIdToken token) {
        return provider.verifiedClaim().isEmpty()
                || Set.of("true", "1")
                        .contains(String.valueOf(token.<Object>getClaim(provider.verifiedClaim())));
    }

    private Set<String> groups(SignInSettings.Provider provider, OidcIdToken token) {
        var claimed = token.<Object>getClaim(provider.groupsClaim());
        var names = claimed instanceof Collection<?> many ? many : List.of();
        return groupRoles.meaningful(names.stream().map(String::valueOf).toList());
    }

    /// Microsoft Entra names a place to ask instead of the groups where there are more than 200.
    private boolean groupsWereTooMany(String registrationId, OidcIdToken token) {
        var claim = settings.provider(registrationId).groupsClaim();
        var elsewhere = token.<Object>getClaim("_claim_names");
        return groupRoles.count(registrationId)
                && token.<Object>getClaim(claim) == null
                && (elsewhere instanceof Map<?, ?> names && names.containsKey(claim)
                        || "true".equals(String.valueOf(token.<Object>getClaim("hasgroups"))));
    }

    private sealed interface Known {

        record As(Person person) implements Known {}

        record Nobody(Refusal why) implements Known {}
    }
}
