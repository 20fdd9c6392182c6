package org.handbell.cases.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.forms.Form;
import org.handbell.cases.policy.PolicyBooks.Range;
import org.handbell.cases.policy.PolicyText.UnfitException;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in a version of the policy, and what its clauses rest on.
@Component
class UploadPolicy {

    static final int MOST_NAME = 40;

    /// Most paragraphs that one clause rests on.
    static final int MOST_POINTED = 20;

    private final PolicyBooks books;
    private final AuditLog audit;
    private final Clock clock;

    UploadPolicy(PolicyBooks books, AuditLog audit, Clock clock) {
        this.books = books;
        this.audit = audit;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PointedPassages.LONDON);
    }

    /// @param file null where words were pasted
    /// @return the new version; empty where the form says what is wrong
    @Transactional
    public Optional<PolicyVersion> from(SignedIn by, Form form, @Nullable Upload file) {
        var name = form.text("name", MOST_NAME, "Give the version a name, such as 2026-09.");
        if (!name.isEmpty() && books.hasName(name)) {
            form.wrong("name", "There is a version of that name. A version is never overwritten.");
        }
        var inForce = form.day("force", "Enter the day it came into force.");
        if (inForce != null && inForce.isAfter(today().plusYears(1))) {
            form.wrong("force", "Choose a day within the next year.");
        }
        var review = form.day("review", "Enter the day of its next review.");
        if (review != null && inForce != null && !review.isAfter(inForce)) {
            form.wrong("review", "The review comes after the day it came into force.");
        }
        var paragraphs = paragraphs(form, file);
        if (inForce == null || review == null || !form.fine()) {
            return Optional.empty();
        }
        return Optional.of(added(by, name, inForce, review, paragraphs));
    }

    /// Points a clause to its passage in a version, or to none.
    ///
    /// @return whether it is recorded; else the form says what is wrong
    @Transactional
    public boolean point(SignedIn by, PolicyVersion version, String clause, Form form) {
        var most = books.paragraphs(version.number()).size();
        var none = form.value("first").isEmpty() && form.value("last").isEmpty();
        var first = form.number("first");
        var last = form.value("last").isEmpty() ? first : form.number("last");
        if (!none && (first < 1 || last < first || last > most)) {
            form.wrong("first", "Enter numbers of paragraphs from 1 to " + most + ".");
        } else if (last - first >= MOST_POINTED) {
            form.wrong("first", "Choose at most " + MOST_POINTED + " paragraphs.");
        }
        if (!form.fine()) {
            return false;
        }
        var range = none ? null : new Range((int) first, (int) last);
        books.point(version.number(), clause, range, by.personId(), clock.instant());
        audit.append(
                by.personId(),
                "policy.pointed",
                "policy:" + version.name(),
                clause + (range == null ? " to nothing" : " to " + first + "–" + last));
        return true;
    }

    private PolicyVersion added(
            SignedIn by,
            String name,
            LocalDate inForce,
            LocalDate review,
            List<String> paragraphs) {
        var body = String.join("\n\n", paragraphs);
        var version =
                new PolicyVersion(
                        0, name, inForce, review, sha256(body), by.personId(), clock.instant());
        var number = books.add(version, body, paragraphs);
        audit.append(by.personId(), "policy.uploaded", "policy:" + name, version.hash());
        return new PolicyVersion(
                number,
                name,
                inForce,
                review,
                version.hash(),
                version.uploadedBy(),
                version.uploadedAt());
    }

    private static List<String> paragraphs(Form form, @Nullable Upload file) {
        var pasted = form.value("words");
        if (file == null && pasted.isEmpty()) {
            form.wrong("file", "Choose a file, or paste the words.");
            return List.of();
        }
        try {
            return file == null
                    ? PolicyText.ofText(form.optional("words", PolicyText.MOST_BYTES))
                    : PolicyText.ofFile(file.name(), file.content());
        } catch (UnfitException e) {
            form.wrong(file == null ? "words" : "file", String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// A file as it came.
    record Upload(String name, byte[] content) {}
}
