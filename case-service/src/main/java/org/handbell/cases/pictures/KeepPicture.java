package org.handbell.cases.pictures;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.Timeline;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.cases.inbox.Inbox;
import org.handbell.cases.inbox.RejectedEventException;
import org.handbell.cases.pictures.Pictures.Picture;
import org.handbell.contract.MediaEvent.Captured;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in a picture of a post that is under a case; any other is not kept.
@Component
class KeepPicture {

    /// Largest picture kept, in bytes.
    static final int MOST_BYTES = 2 * 1024 * 1024;

    private final Inbox inbox;
    private final Cases cases;
    private final Pictures pictures;
    private final Timeline timeline;
    private final AuditLog audit;

    KeepPicture(Inbox inbox, Cases cases, Pictures pictures, Timeline timeline, AuditLog audit) {
        this.inbox = inbox;
        this.cases = cases;
        this.pictures = pictures;
        this.timeline = timeline;
        this.audit = audit;
    }

    /// A repeat changes nothing.
    ///
    /// @throws RejectedEventException where the hash is not that of the bytes
    @Transactional
    public void keep(Captured captured) {
        if (!inbox.first("media", captured.eventId())) {
            return;
        }
        if (!sha256(captured.bytes()).equals(captured.sha256())) {
            throw new RejectedEventException("sha256 is not that of bytes");
        }
        if (pictures.withheld(captured.postId())) {
            return;
        }
        keepUnderAll(captured);
    }

    /// The record is written last: all who append to it wait for one another.
    private void keepUnderAll(Captured captured) {
        cases.ofPost(captured.postId()).stream()
                .filter(about -> !about.state().ended() && !about.matter().pointerOnly())
                .filter(about -> keptUnder(about, captured))
                .toList()
                .forEach(about ->
                        audit.append("system", "picture.kept", "case:" + about.number(), ""));
    }

    private boolean keptUnder(Case about, Captured captured) {
        var type = PictureType.of(captured.bytes());
        if (captured.bytes().length > MOST_BYTES || type.isEmpty()) {
            say(
                    about,
                    captured,
                    "A picture was seen and not kept: it is too large, or no picture.");
            return false;
        }
        var picture =
                new Picture(
                        captured.postId(),
                        captured.sha256(),
                        type.get(),
                        captured.bytes(),
                        Blur.of(captured.bytes()),
                        captured.at());
        var kept = pictures.keep(about.caseId(), picture);
        if (kept) {
            say(about, captured, "A picture of the post was kept.");
        }
        return kept;
    }

    private void say(Case about, Captured captured, String words) {
        timeline.append(
                about.caseId(), new Entry(captured.at(), Timeline.Kind.PICTURE_KEPT, words, null));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
