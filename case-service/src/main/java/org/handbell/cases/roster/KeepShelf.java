package org.handbell.cases.roster;

import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.forms.Entered;
import org.handbell.cases.people.Register;
import org.handbell.cases.people.RegisterEntry.Former;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.cases.signin.SignedIn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reads and changes the parts of the register, each with its entry in the audit trail.
@Component
class KeepShelf {

    private final List<Shelf> shelves;
    private final Register register;
    private final AuditLog audit;

    KeepShelf(List<Shelf> shelves, Register register, AuditLog audit) {
        this.shelves = shelves;
        this.register = register;
        this.audit = audit;
    }

    Optional<Shelf> named(String path) {
        return shelves.stream().filter(shelf -> shelf.path().equals(path)).findFirst();
    }

    @Transactional
    public List<Shelf.Item> items(SignedIn by, Shelf shelf) {
        audit.append(by.personId(), "register.read", "register:" + shelf.path(), "");
        return shelf.items(by);
    }

    @Transactional
    public void keep(SignedIn by, Shelf shelf, Entered form) {
        var id = shelf.keep(by, form);
        if (form.sound()) {
            audit.append(by.personId(), "register.kept", "register:" + shelf.path(), id);
        }
    }

    @Transactional
    public boolean end(SignedIn by, Shelf shelf, String id) {
        var ended = shelf.end(by, id);
        if (ended) {
            audit.append(by.personId(), "register.ended", "register:" + shelf.path(), id);
        }
        return ended;
    }

    /// A pupil whom somebody looks for by first and last name; of another academy only for those of
    /// the trust. The audit trail says that somebody looked and whom they found, by number.
    @Transactional
    public List<FoundPupil> pupils(SignedIn by, String name) {
        var found =
                register.named(name).stream()
                        .map(entry ->
                                switch (entry) {
                                    case Pupil pupil ->
                                            new FoundPupil(
                                                    pupil.id(),
                                                    pupil.name(),
                                                    "Year "
                                                            + pupil.year()
                                                            + (pupil.form() == null
                                                                    ? ""
                                                                    : ", " + pupil.form()),
                                                    pupil.academyId());
                                    case Former former ->
                                            new FoundPupil(
                                                    former.id(),
                                                    former.name(),
                                                    "Former pupil",
                                                    former.academyId());
                                    default -> throw new IllegalStateException("no pupil");
                                })
                        .filter(pupil ->
                                by.academyId() == null || by.academyId().equals(pupil.academyId()))
                        .toList();
        audit.append(
                by.personId(),
                "pupil.looked-up",
                "register:pupils",
                found.isEmpty()
                        ? "none"
                        : String.join(" ", found.stream().map(FoundPupil::id).toList()));
        return found;
    }
}
