package org.handbell.cases.pictures;

import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DeskCases;
import org.handbell.cases.pictures.Pictures.Blurred;
import org.handbell.cases.pictures.Pictures.Clear;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Lets a person look at the pictures of a case they may see, and writes down at which.
@Component
class LookAtPictures {

    private static final String ANY_NUMBER = "[1-9]\\d{0,5}";

    private final DeskCases desk;
    private final Pictures pictures;
    private final AuditLog audit;

    LookAtPictures(DeskCases desk, Pictures pictures, AuditLog audit) {
        this.desk = desk;
        this.pictures = pictures;
        this.audit = audit;
    }

    record Looked(Case about, List<Blurred> blurred) {}

    record LookedAtOne(Case about, Clear clear) {}

    /// The blurred ones; empty where there is no such case for this person.
    @Transactional
    public Optional<Looked> atAll(String personId, String reference) {
        return desk.read(personId, reference)
                .map(about -> new Looked(about, pictures.of(about.caseId())));
    }

    /// A clear one; empty too where there is no such picture.
    @Transactional
    public Optional<LookedAtOne> atOne(String personId, String reference, String number) {
        if (!number.matches(ANY_NUMBER)) {
            return Optional.empty();
        }
        var found = desk.read(personId, reference);
        var seen =
                found.filter(about -> !about.matter().pointerOnly())
                        .flatMap(about ->
                                pictures.clear(about.caseId(), Integer.parseInt(number))
                                        .map(clear -> new LookedAtOne(about, clear)));
        seen.ifPresent(at ->
                audit.append(
                        personId, "picture.seen", "case:" + at.about().number(), "no. " + number));
        return seen;
    }
}
