package org.handbell.cases.signin;

import java.util.function.Supplier;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Makes the operator's password at the first start of the embedded default, after the trust was
/// imported. The log line is the only place where it can be read.
@Order(FirstPassword.AFTER_THE_IMPORT)
class FirstPassword implements ApplicationRunner {

    static final int AFTER_THE_IMPORT = 200;

    private static final Logger log = LoggerFactory.getLogger(FirstPassword.class);

    private final People people;
    private final JdbcLocalPasswords passwords;
    private final PasswordEncoder encoder;
    private final Supplier<String> chance;

    FirstPassword(
            People people,
            JdbcLocalPasswords passwords,
            PasswordEncoder encoder,
            Supplier<String> chance) {
        this.people = people;
        this.passwords = passwords;
        this.encoder = encoder;
        this.chance = chance;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var operators = people.holding(Role.OPERATOR);
        if (operators.isEmpty()) {
            log.warn("Nobody can sign in by password: the register has no operator");
        } else if (passwords.none()) {
            make(operators.getFirst().personId());
        }
    }

    private void make(String personId) {
        var password = chance.get();
        if (passwords.keep(personId, String.valueOf(encoder.encode(password)))) {
            log.info("First start: sign in as {} with the password {}", personId, password);
        }
    }
}
