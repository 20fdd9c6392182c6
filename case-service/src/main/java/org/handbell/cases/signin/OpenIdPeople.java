package org.handbell.cases.signin;

import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/// Lets in by OpenID Connect whom the desk admits. All is read from the id_token, which is signed;
/// nothing further is asked of the provider.
class OpenIdPeople implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final Admissions admissions;

    OpenIdPeople(Admissions admissions) {
        this.admissions = admissions;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return switch (admissions.admit(request.getClientRegistration(), request.getIdToken())) {
            case Admission.Admitted(var person, var groups) ->
                    new AdmittedUser(request.getIdToken(), person, groups);
            case Admission.Refused(var why) ->
                    throw new OAuth2AuthenticationException(new OAuth2Error(why.code()));
        };
    }
}
