package org.handbell.analysis.judge;

import java.util.Set;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent.PhotoConsent;

/// Recorded permissions of parents for pictures: they count by platform, day, and pupil or event.
final class Consents {

    private final Circumstances circumstances;

    Consents(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    /// Whether a picture is covered: its event, or each pupil that it tells.
    boolean cover(Set<String> pupils, PostText text, String field) {
        if (!field.startsWith("media")) {
            return false;
        }
        return event(text, field) || !pupils.isEmpty() && pupils.stream().allMatch(this::pupil);
    }

    private boolean event(PostText text, String field) {
        var words =
                text.readings().stream()
                        .filter(r -> r.field().equals(field))
                        .map(r -> String.join(" ", KeyedHash.tokens(r.original())))
                        .findFirst()
                        .orElse("");
        return circumstances
                .register()
                .consents()
                .filter(this::inForce)
                .map(PhotoConsent::event)
                .filter(java.util.Objects::nonNull)
                .anyMatch(event -> words.contains(String.join(" ", KeyedHash.tokens(event))));
    }

    private boolean pupil(String id) {
        return circumstances
                .register()
                .consents()
                .filter(this::inForce)
                .anyMatch(consent -> id.equals(consent.pupilId()));
    }

    private boolean inForce(PhotoConsent consent) {
        return consent.platforms().contains(circumstances.post().platform())
                && !circumstances.schoolTime().toLocalDate().isAfter(consent.until());
    }
}
