package org.handbell.cases.signin;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignInSettings.Group;
import org.springframework.stereotype.Component;

/// What a person is at the desk by the register and by the groups together. The register says who
/// is told of a case and so who sees it; a group confirms that, and never adds to it. A group alone
/// may give the roles that see no case.
@Component
class GroupRoles {

    private final List<Group> groups;
    private final SignInSettings settings;

    GroupRoles(SignInSettings settings) {
        this.settings = settings;
        this.groups = settings.groups();
    }

    /// Their groups that mean something here.
    Set<String> meaningful(Collection<String> theirs) {
        var meaningful = new LinkedHashSet<String>();
        groups.stream().map(Group::group).filter(theirs::contains).forEach(meaningful::add);
        return Set.copyOf(meaningful);
    }

    /// Whether groups count for those who come through this provider.
    boolean count(String registrationId) {
        return !groups.isEmpty() && !settings.provider(registrationId).groupsClaim().isEmpty();
    }

    /// @param theirs groups of theirs
    /// @return empty where a group would have to confirm the role of the register, and none does
    Optional<SignedIn> place(Person person, Set<String> theirs) {
        if (mustBeConfirmed(person.role())) {
            return confirmed(person, theirs) ? Optional.of(SignedIn.of(person)) : Optional.empty();
        }
        return Optional.of(
                overseeing(theirs)
                        .map(role -> new SignedIn(person.personId(), person.name(), role, null))
                        .orElseGet(() -> SignedIn.of(person)));
    }

    private boolean mustBeConfirmed(Role role) {
        return role.decides() || groups.stream().anyMatch(group -> group.meant() == role);
    }

    private boolean confirmed(Person person, Set<String> theirs) {
        return groups.stream()
                .filter(group -> theirs.contains(group.group()))
                .filter(group -> group.meant() == person.role())
                .anyMatch(group -> reaches(group, person));
    }

    private static boolean reaches(Group group, Person person) {
        return group.meant().oversees()
                || group.academy().equals(Group.ANYWHERE)
                || group.academy().equals(Objects.requireNonNullElse(person.academyId(), ""));
    }

    private Optional<Role> overseeing(Set<String> theirs) {
        return groups.stream()
                .filter(group -> theirs.contains(group.group()))
                .map(Group::meant)
                .filter(Role::oversees)
                .findFirst();
    }
}
