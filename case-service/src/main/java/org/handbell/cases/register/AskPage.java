package org.handbell.cases.register;

import java.util.Arrays;
import java.util.List;
import org.handbell.cases.forms.Option;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.springframework.stereotype.Component;

/// What the form that asks for an account offers to choose from.
@Component
class AskPage {

    private static final List<Option> YES_OR_NO =
            List.of(new Option("NO", "No"), new Option("YES", "Yes"));

    private final Colleagues colleagues;

    AskPage(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    record Ask(
            List<Option> platforms, List<Option> kinds, List<Option> pupils, List<Option> people) {}

    Ask of(SignedIn person) {
        return new Ask(
                Arrays.stream(Platform.values())
                        .map(platform -> new Option(platform.name(), Says.platform(platform)))
                        .toList(),
                List.of(
                        new Option(Kind.GROUP.name(), "A group or page for work that I look after"),
                        new Option(
                                Kind.OFFICIAL.name(), "An official account of the school or trust"),
                        new Option(Kind.PERSONAL.name(), "My own personal account")),
                YES_OR_NO,
                colleagues.of(person.academyId(), person.personId()));
    }

    /// Whether the gates of the whole trust are this person's to keep.
    static boolean keepsGates(SignedIn person) {
        return person.role() == Role.HEAD
                || person.role() == Role.EXECUTIVE_HEAD
                || person.role() == Role.AUDITOR;
    }
}
