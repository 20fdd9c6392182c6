package org.handbell.cases.signin;

import java.util.List;
import java.util.Set;
import org.handbell.cases.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/// Whom a provider vouched for and the desk let in, on the way to their place.
class AdmittedUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final transient Person person;
    private final transient Set<String> groups;

    AdmittedUser(OidcIdToken token, Person person, Set<String> groups) {
        super(List.of(), token);
        this.person = person;
        this.groups = groups;
    }

    Person person() {
        return person;
    }

    Set<String> groups() {
        return groups;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
