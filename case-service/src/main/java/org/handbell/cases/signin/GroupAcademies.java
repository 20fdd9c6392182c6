package org.handbell.cases.signin;

import java.util.stream.Collectors;
import org.handbell.cases.people.People;
import org.handbell.cases.people.People.Academy;
import org.handbell.cases.signin.SignInSettings.Group;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Ends the start where a group is given a role at an academy that the register does not have. Runs
/// after the trust was imported.
@Component
@Order(GroupAcademies.AFTER_THE_IMPORT)
class GroupAcademies implements ApplicationRunner {

    static final int AFTER_THE_IMPORT = 150;

    private static final Logger log = LoggerFactory.getLogger(GroupAcademies.class);

    private final SignInSettings settings;
    private final People people;

    GroupAcademies(SignInSettings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var known = people.academies().stream().map(Academy::academyId).collect(Collectors.toSet());
        if (known.isEmpty() && !settings.groups().isEmpty()) {
            log.warn("The academies of sign-in groups are not checked: the register has none yet");
            return;
        }
        for (var i = 0; i < settings.groups().size(); i++) {
            var academy = settings.groups().get(i).academy();
            SettingFault.unless(
                    academy.isEmpty() || academy.equals(Group.ANYWHERE) || known.contains(academy),
                    SignInSettings.PREFIX + ".groups[" + i + "].academy",
                    "is '" + academy + "', which is no academy of the register",
                    "Use one of "
                            + known.stream().sorted().collect(Collectors.joining(", "))
                            + ", or '*' for all.");
        }
    }
}
