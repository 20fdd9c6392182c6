package org.handbell.cases.signin;

import java.util.List;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.people.Person;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gives a person the place of their role, and records who came.
@Component
class Arrivals {

    private final AuditLog audit;

    Arrivals(AuditLog audit) {
        this.audit = audit;
    }

    /// Who the person is at the desk.
    static Authentication place(Person person) {
        var signedIn =
                new SignedIn(person.personId(), person.name(), person.role(), person.academyId());
        return UsernamePasswordAuthenticationToken.authenticated(
                signedIn,
                null,
                List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
    }

    /// @param means how they proved who they are: `password`, `openid`, `one-click`
    @Transactional
    public void record(SignedIn person, String means) {
        audit.append(
                person.personId(),
                "person.signed-in",
                "person:" + person.personId(),
                "by " + means);
    }
}
