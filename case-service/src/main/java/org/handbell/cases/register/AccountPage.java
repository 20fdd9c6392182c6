package org.handbell.cases.register;

import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.people.People;
import org.handbell.cases.people.People.Academy;
import org.handbell.cases.policy.Policies;
import org.handbell.cases.policy.PolicyVersion;
import org.handbell.cases.register.AccountView.CheckView;
import org.handbell.cases.register.AccountView.Event;
import org.handbell.cases.register.AccountView.May;
import org.handbell.cases.register.AccountView.NoticeView;
import org.handbell.cases.register.AccountView.PurposeView;
import org.handbell.cases.register.AccountView.SpeakerView;
import org.handbell.cases.register.Entry.State;
import org.handbell.cases.register.Facts.Check;
import org.handbell.cases.register.Facts.GateKind;
import org.handbell.cases.register.Facts.Spokesperson;
import org.handbell.cases.register.History.Line;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what an account's page shows, each reader only what is for them.
@Component
class AccountPage {

    private final People people;
    private final Colleagues colleagues;
    private final Purposes purposes;
    private final Policies policies;
    private final Chronicle chronicle;
    private final SealedWords words;
    private final Say say;

    AccountPage(
            People people,
            Colleagues colleagues,
            Purposes purposes,
            Policies policies,
            Chronicle chronicle,
            SealedWords words,
            Say say) {
        this.people = people;
        this.colleagues = colleagues;
        this.purposes = purposes;
        this.policies = policies;
        this.chronicle = chronicle;
        this.words = words;
        this.say = say;
    }

    AccountLine line(Standing standing) {
        return AccountLine.of(standing, colleagues.name(standing.entry().owners().holderId()));
    }

    AccountView view(SignedIn person, Standing standing) {
        var entry = standing.entry();
        var decides = say.decides(person, entry);
        var second = entry.owners().secondId();
        var approver = entry.approval().by();
        return new AccountView(
                line(standing),
                entry.version(),
                academy(entry.site().academyId()),
                second == null ? null : colleagues.name(second),
                approver == null ? null : colleagues.name(approver),
                say.readsWords(person, entry) ? purpose(entry) : null,
                GateLines.of(standing),
                notice(person, standing),
                standing.facts().checks().stream().map(c -> check(person, entry, c)).toList(),
                standing.facts().spokespersons().stream().map(s -> speaker(standing, s)).toList(),
                chronicle.of(entry.accountId()).stream().map(l -> event(person, entry, l)).toList(),
                may(person, standing, decides),
                decides
                        ? colleagues.of(entry.site().academyId(), entry.owners().holderId())
                        : List.of(),
                policies.inForce(standing.today()).map(PolicyVersion::name).orElse(null),
                proposed(standing.today()));
    }

    CheckView check(SignedIn person, Entry entry, Check check) {
        return new CheckView(
                Says.reason(check.reason()),
                say.readsChecks(person, entry)
                        ? words.open(entry.accountId(), check.sealedWords())
                        : "",
                colleagues.name(check.authoriser()),
                Says.day(check.from()),
                Says.day(check.until()),
                ended(check));
    }

    private static String ended(Check check) {
        var at = check.endedAt();
        if (at == null) {
            return "";
        }
        return Chronicle.SYSTEM.equals(check.endedBy())
                ? "Ended by itself"
                : "Ended " + Says.time(at);
    }

    private static May may(SignedIn person, Standing standing, boolean decides) {
        var entry = standing.entry();
        var asked = entry.state() == State.REQUESTED;
        var stands = entry.state() == State.STANDING;
        var given = entry.approval().given();
        var checked = standing.facts().checks().stream().anyMatch(check -> check.endedAt() == null);
        var mine = entry.owners().holderId().equals(person.personId());
        return new May(
                decides && (asked || (stands && !given)),
                decides && asked,
                decides && stands && given,
                decides && stands && given,
                decides && (asked || stands),
                (decides && (asked || stands)) || (mine && asked),
                decides && stands && !checked,
                decides && stands && checked,
                decides && stands);
    }

    private @Nullable PurposeView purpose(Entry entry) {
        return purposes.of(entry.accountId())
                .map(asked ->
                        new PurposeView(
                                asked.why(),
                                asked.audience(),
                                asked.pupilsPictured() ? "Yes" : "No",
                                asked.conditions()))
                .orElse(null);
    }

    private static @Nullable NoticeView notice(SignedIn person, Standing standing) {
        var entry = standing.entry();
        var open = entry.state() == State.REQUESTED || entry.state() == State.STANDING;
        var current = standing.facts().gate(GateKind.NOTICE);
        var read =
                standing.facts().acknowledgements().stream()
                        .anyMatch(a ->
                                a.holderId().equals(person.personId())
                                        && current.filter(n -> a.noticeHash().equals(n.hash()))
                                                .isPresent());
        if (!open || read || !entry.owners().holderId().equals(person.personId())) {
            return null;
        }
        return current.map(notice ->
                        new NoticeView(
                                notice.reference(),
                                Says.day(notice.on()),
                                String.valueOf(notice.notice()),
                                String.valueOf(notice.hash())))
                .orElse(null);
    }

    private SpeakerView speaker(Standing standing, Spokesperson speaking) {
        return new SpeakerView(
                speaking.id(),
                colleagues.name(speaking.personId()),
                speaking.topic(),
                Says.day(speaking.trainedOn()),
                Says.day(speaking.expiresOn()),
                speaking.counts(standing.entry().owners().holderId(), standing.today()),
                speaking.endedAt() != null);
    }

    private Event event(SignedIn person, Entry entry, Line line) {
        var detail =
                switch (line.what()) {
                    case HANDED_OVER, SECOND_OWNER_NAMED, NOTICE_ACKNOWLEDGED -> "";
                    default -> line.detail();
                };
        return new Event(
                Says.time(line.at()),
                line.what().words() + (detail.isEmpty() ? "" : " (" + detail + ")"),
                line.by().equals(Chronicle.SYSTEM) ? "by itself" : colleagues.name(line.by()),
                say.readsWords(person, entry)
                        ? words.open(entry.accountId(), line.sealedWords())
                        : "");
    }

    private String academy(@Nullable String academyId) {
        return academyId == null
                ? people.trustName()
                : people.academy(academyId).map(Academy::name).orElse(academyId);
    }

    private static LocalDate proposed(LocalDate today) {
        return today.plusMonths(DecideAccount.REVIEW_WITHIN);
    }
}
