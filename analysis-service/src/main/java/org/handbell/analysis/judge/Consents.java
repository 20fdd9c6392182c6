package org.handbell.analysis.judge;

import java.util.List;
import java.util.Set;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent.PhotoConsent;

/// Recorded permissions of parents for pictures: they count by platform, day, and pupil or event.
final class Consents {

    private final List<PhotoConsent> inForce;

    Consents(Circumstances circumstances) {
        var day = circumstances.schoolTime().toLocalDate();
        this.inForce =
                circumstances
                        .register()
                        .consents()
                        .filter(c -> c.platforms().contains(circumstances.post().platform()))
                        .filter(c -> !day.isAfter(c.until()))
                        .toList();
    }

    /// Whether a picture is covered: its event, or each pupil that it tells.
    boolean cover(Set<String> pupils, PostText text, String field) {
        if (inForce.isEmpty() || !field.startsWith("media")) {
            return false;
        }
        return event(text, field) || !pupils.isEmpty() && pupils.stream().allMatch(this::pupil);
    }

    private boolean event(PostText text, String field) {
        var events =
                inForce.stream()
                        .map(PhotoConsent::event)
                        .filter(java.util.Objects::nonNull)
                        .map(event -> String.join(" ", KeyedHash.tokens(event)))
                        .toList();
        return !events.isEmpty() && events.stream().anyMatch(words(text, field)::contains);
    }

    private static String words(PostText text, String field) {
        return text.readings().stream()
                .filter(r -> r.field().equals(field))
                .map(r -> String.join(" ", KeyedHash.tokens(r.original())))
                .findFirst()
                .orElse("");
    }

    private boolean pupil(String id) {
        return inForce.stream().anyMatch(consent -> id.equals(consent.pupilId()));
    }
}
