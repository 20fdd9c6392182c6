package org.handbell.cases.imports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.imports.ImportDrafts.Draft;
import org.handbell.cases.people.Agreements;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// An import in its two steps: what would change, and then all of it or nothing.
@Component
class Imports {

    private final ReadFiles reading;
    private final ShowImport showing;
    private final ImportDrafts drafts;
    private final Register register;
    private final Members members;
    private final Agreements agreements;
    private final AuditLog audit;

    Imports(
            ReadFiles reading,
            ShowImport showing,
            ImportDrafts drafts,
            Register register,
            Members members,
            Agreements agreements,
            AuditLog audit) {
        this.reading = reading;
        this.showing = showing;
        this.drafts = drafts;
        this.register = register;
        this.members = members;
        this.agreements = agreements;
        this.audit = audit;
    }

    /// What became of a confirmation.
    sealed interface Outcome {

        /// @param changes lines and places that came, changed or went
        record Done(int changes) implements Outcome {}

        /// Somebody changed the register since the preview: nothing was done.
        record Stale() implements Outcome {}

        /// There is nothing to confirm.
        record Nothing() implements Outcome {}
    }

    /// Reads the files and keeps them for the confirmation where nothing is wrong with them.
    @Transactional
    public void prepare(SignedIn person, Map<String, String> texts, Faults faults) {
        var incoming = reading.read(texts, faults);
        incoming.members()
                .filter(all ->
                        all.stream()
                                .noneMatch(m -> m.person().personId().equals(person.personId())))
                .ifPresent(_ ->
                        faults.add(
                                texts.containsKey("users.csv") ? "users.csv" : "staff.csv",
                                0,
                                "",
                                "does not name you, and would take your own place away"));
        if (faults.none()) {
            drafts.keep(person.personId(), new Draft(texts, register.standing()));
            audit.append(person.personId(), "import.uploaded", "register", files(texts));
        } else {
            drafts.drop(person.personId());
        }
    }

    @Transactional
    public Optional<Preview> preview(SignedIn person) {
        return drafts.of(person.personId())
                .map(draft -> {
                    audit.append(
                            person.personId(),
                            "import.previewed",
                            "register",
                            files(draft.texts()));
                    return showing.of(
                            reading.read(draft.texts(), new Faults()),
                            person.role() != Role.OPERATOR);
                });
    }

    /// The draft is gone afterwards, whatever came of it.
    @Transactional
    public Outcome confirm(SignedIn person) {
        var draft = drafts.of(person.personId());
        drafts.drop(person.personId());
        if (draft.isEmpty()) {
            return new Outcome.Nothing();
        }
        var faults = new Faults();
        if (!register.standing().equals(draft.get().standing())) {
            return new Outcome.Stale();
        }
        var incoming = reading.read(draft.get().texts(), faults);
        if (!faults.none()) {
            return new Outcome.Stale();
        }
        var changes = apply(incoming);
        audit.append(
                person.personId(),
                "register.imported",
                "register",
                files(draft.get().texts()) + ": " + changes + " changes");
        return new Outcome.Done(changes);
    }

    private int apply(Incoming incoming) {
        var entries = register.replace(incoming.kinds(), incoming.entries()).count();
        incoming.agreements().forEach(agreements::agreed);
        if (incoming.kinds().contains("SUPPLIER")) {
            incoming.entries().stream()
                    .filter(entry -> entry.kind().equals("SUPPLIER"))
                    .forEach(entry -> agreements.noTender(entry.id()));
        }
        incoming.tenders().forEach(agreements::tender);
        return entries + incoming.members().map(members::replace).orElse(0);
    }

    private static String files(Map<String, String> texts) {
        return List.copyOf(texts.keySet()).stream().sorted().collect(Collectors.joining(" "));
    }
}
