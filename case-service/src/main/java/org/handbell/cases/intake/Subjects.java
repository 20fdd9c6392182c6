package org.handbell.cases.intake;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.cases.casefile.Claims;
import org.handbell.cases.conflict.Matter;
import org.handbell.cases.conflict.Targets;
import org.handbell.cases.inbox.RejectedEventException;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.handbell.cases.people.Role;
import org.handbell.cases.register.Accounts;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds whom a claim concerns: the holder of the account, the academy, and whom it was aimed at.
@Component
class Subjects {

    private final Accounts accounts;
    private final People people;
    private final Targets targets;

    Subjects(Accounts accounts, People people, Targets targets) {
        this.accounts = accounts;
        this.people = people;
        this.targets = targets;
    }

    /// @throws RejectedEventException where the account is not on the register
    Claims claims(Found found) {
        var account =
                accounts.byId(found.accountId())
                        .orElseThrow(() ->
                                new RejectedEventException(
                                        "account "
                                                + found.accountId()
                                                + " is not on the register"));
        var holder = people.byId(account.holderId());
        var academy =
                account.academyId() != null
                        ? account.academyId()
                        : holder.map(Person::academyId).orElse(null);
        return new Claims(
                found,
                new Matter(
                        account.holderId(),
                        holder.map(Person::role).orElse(Role.TEACHER),
                        academy,
                        Set.copyOf(found.route()),
                        aimedAt(found, academy)));
    }

    private Set<String> aimedAt(Found found, @Nullable String academyId) {
        var clauses = found.findings().stream().map(Finding::clause).collect(Collectors.toSet());
        return targets.named(words(found.post()), clauses, academyId);
    }

    private static String words(Post post) {
        var of = post.of();
        var media = post.media().stream().flatMap(m -> Stream.ofNullable(m.ocr()));
        return Stream.concat(
                        Stream.of(post.text(), of == null ? "" : of.text()),
                        Stream.concat(media, post.pollOptions().stream()))
                .collect(Collectors.joining("\n"));
    }
}
