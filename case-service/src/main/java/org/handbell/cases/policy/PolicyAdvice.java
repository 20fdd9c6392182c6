package org.handbell.cases.policy;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.handbell.cases.people.Role;
import org.handbell.cases.signin.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Reminds Heads, on every page, of a policy whose review is overdue.
@ControllerAdvice
class PolicyAdvice {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Policies policies;
    private final UploadPolicy upload;

    PolicyAdvice(Policies policies, UploadPolicy upload) {
        this.policies = policies;
        this.upload = upload;
    }

    /// The day on which the review was due; null for others than Heads, and where none is overdue.
    @ModelAttribute("policyOverdue")
    @Nullable String overdue(@AuthenticationPrincipal @Nullable SignedIn person) {
        if (person == null
                || (person.role() != Role.HEAD && person.role() != Role.EXECUTIVE_HEAD)) {
            return null;
        }
        var today = upload.today();
        return policies.inForce(today)
                .flatMap(version -> Optional.ofNullable(version.reviewOn()))
                .filter(day -> day.isBefore(today))
                .map(DAY::format)
                .orElse(null);
    }
}
