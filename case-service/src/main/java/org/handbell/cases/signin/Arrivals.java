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

    /// Who the person is at the desk, by the register alone.
    static Authentication place(Person person) {
        return place(SignedIn.of(person));
    }

    static Authentication place(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person, null, List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
    }

    /// @param means how they proved who they are: `password`, `openid`, `one-click`
    @Transactional
    public void record(SignedIn person, String means) {
        audit.append(
                person.personId(),
                "person.signed-in",
                "person:" + person.personId(),
                "by " + means + " as " + person.role());
    }

    /// @param why code of the refusal that ended the session
    @Transactional
    public void recordEnd(SignedIn person, String why) {
        audit.append("system", "person.cut-off", "person:" + person.personId(), why);
    }

    /// @param means how they showed once more who they are
    @Transactional
    public void recordConfirmed(SignedIn person, String means) {
        audit.append(
                person.personId(),
                "person.confirmed",
                "person:" + person.personId(),
                "by " + means);
    }

    /// @param means how they tried
    @Transactional
    public void recordNotConfirmed(SignedIn person, String means) {
        audit.append(
                person.personId(),
                "person.not-confirmed",
                "person:" + person.personId(),
                "by " + means);
    }
}
