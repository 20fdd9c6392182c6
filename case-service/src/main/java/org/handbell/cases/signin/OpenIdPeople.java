package org.handbell.cases.signin;

import java.util.Optional;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Lets in by OpenID Connect whom the register knows by e-mail address, and nobody else.
class OpenIdPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String UNKNOWN = "unknown_person";

    private final People people;
    private final boolean verifiedEmail;
    private final OidcUserService provider = new OidcUserService();

    OpenIdPeople(People people, boolean verifiedEmail) {
        this.people = people;
        this.verifiedEmail = verifiedEmail;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        var user = provider.loadUser(request);
        if (person(user).isEmpty()) {
            throw new OAuth2AuthenticationException(new OAuth2Error(UNKNOWN));
        }
        return user;
    }

    /// Who of the register it is.
    Optional<Person> person(@Nullable OidcUser user) {
        if (user == null || user.getEmail() == null) {
            return Optional.empty();
        }
        var verified = Boolean.TRUE.equals(user.getEmailVerified());
        return verified || !verifiedEmail ? people.byEmail(user.getEmail()) : Optional.empty();
    }
}
