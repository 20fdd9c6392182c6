package org.handbell.cases.signin;

import java.util.Optional;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;

/// The desk's own sign-in: person id or e-mail address, and a password.
class LocalSignIn implements AuthenticationProvider {

    private final People people;
    private final JdbcLocalPasswords passwords;
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    LocalSignIn(People people, JdbcLocalPasswords passwords, PasswordEncoder encoder) {
        this.people = people;
        this.passwords = passwords;
        this.encoder = encoder;
        this.nobodysHash = String.valueOf(encoder.encode("nobody"));
    }

    /// Takes as long for a name that nobody has as for a wrong password, so that the answer does
    /// not tell who is in the register.
    @Override
    public Authentication authenticate(Authentication attempt) {
        var person = find(attempt.getName());
        var hash = person.flatMap(p -> passwords.hash(p.personId()));
        var right = encoder.matches(text(attempt.getCredentials()), hash.orElse(nobodysHash));
        if (person.isEmpty() || hash.isEmpty() || !right) {
            throw new BadCredentialsException("name or password do not fit");
        }
        return Arrivals.place(person.get());
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }

    private Optional<Person> find(String name) {
        return people.byId(name.strip()).or(() -> people.byEmail(name.strip()));
    }

    private static String text(@Nullable Object credentials) {
        return credentials == null ? "" : credentials.toString();
    }
}
