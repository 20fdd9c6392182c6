package org.handbell.cases.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.people.People.Academy;

/// What a file may refer to: academies, people and pupils of the register, and those that come with
/// the same upload.
final class Known {

    private final List<Academy> academies;
    private final Map<String, Member> members = new HashMap<>();
    private final Map<String, Member> byEmail = new HashMap<>();
    private final Set<String> staff = new HashSet<>();
    private final Set<String> pupils;

    Known(List<Academy> academies, List<Member> members, Set<String> pupils) {
        this.academies = List.copyOf(academies);
        this.pupils = new HashSet<>(pupils);
        for (var member : members) {
            this.members.put(member.person().personId(), member);
            staff.add(member.person().personId());
            var email = member.person().email();
            if (email != null) {
                byEmail.put(email.toLowerCase(Locale.ROOT), member);
            }
        }
    }

    Optional<Member> member(String personId) {
        return Optional.ofNullable(members.get(personId));
    }

    Optional<Member> withEmail(String email) {
        return Optional.ofNullable(byEmail.get(email.toLowerCase(Locale.ROOT)));
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    boolean isStaff(String id) {
        return staff.contains(id);
    }

    boolean isPupil(String id) {
        return pupils.contains(id);
    }

    /// From now on only these pupils may be referred to: the upload names all.
    void pupilsAre(Set<String> ids) {
        pupils.clear();
        pupils.addAll(ids);
    }

    /// From now on only these people may be referred to.
    void staffAre(Set<String> ids) {
        staff.clear();
        staff.addAll(ids);
    }

    /// An academy by its id or its name.
    Optional<String> academy(String idOrName) {
        return academies.stream()
                .filter(academy ->
                        academy.academyId().equals(idOrName)
                                || academy.name().equalsIgnoreCase(idOrName))
                .map(Academy::academyId)
                .findFirst();
    }

    /// The ids of all academies, for a message.
    String academyIds() {
        return String.join(", ", academies.stream().map(Academy::academyId).sorted().toList());
    }
}
