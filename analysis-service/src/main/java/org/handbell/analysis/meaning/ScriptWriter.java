package org.handbell.analysis.meaning;

import java.util.ArrayList;
import java.util.List;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.detect.Hit;
import org.handbell.analysis.meaning.Script.Piece;
import org.handbell.analysis.text.PostText;
import org.handbell.analysis.text.Reading;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Post.MediaType;

/// Writes one post down. Done for every post, also for those that the encoder never reads: so the
/// words that many posts share are made once, and a field without a known name is written word by
/// word without asking who it could be.
final class ScriptWriter {

    private final List<Hit> hits;
    private final List<Piece> pieces = new ArrayList<>(128);

    /// @param hits field by field, in each by their first character
    ScriptWriter(List<Hit> hits) {
        this.hits = hits;
    }

    Script write(PostText text, Circumstances circumstances, boolean consented) {
        frame(circumstances, consented);
        var standings = Standing.of(hits);
        for (var reading : text.readings()) {
            if (!reading.field().equals(PostText.AUTHOR)) {
                pieces.addAll(heading(reading));
                var own = standings.isEmpty() ? standings : Standing.in(reading.field(), standings);
                new FieldWriter(reading, pieces).write(own);
            }
        }
        return new Script(pieces);
    }

    private void frame(Circumstances circumstances, boolean consented) {
        var account = circumstances.account();
        var post = circumstances.post();
        pieces.add(FrameWords.of(account.kind()));
        if (!account.approved()) {
            pieces.add(FrameWords.UNAPPROVED);
        }
        if (account.kind() != Kind.OFFICIAL && circumstances.governor()) {
            pieces.add(FrameWords.GOVERNOR);
        }
        pieces.add(FrameWords.of(post.action()));
        engaged();
        if (!post.media().isEmpty()) {
            var video = post.media().stream().anyMatch(m -> m.type() == MediaType.VIDEO);
            pieces.add(video ? FrameWords.VIDEO : FrameWords.PICTURE);
            if (consented) {
                pieces.add(FrameWords.PERMITTED);
            }
        }
    }

    /// Who wrote what the post answers to.
    private void engaged() {
        var who = new ArrayList<String>();
        for (var hit : hits) {
            if (hit.family().startsWith("of.")) {
                who.add(hit.family().substring(3).replace('-', ' '));
            }
        }
        if (!who.isEmpty()) {
            who.stream()
                    .distinct()
                    .sorted()
                    .forEach(one -> Standing.placeholder(Standing.words(one), null, -1, pieces));
        }
    }

    private static List<Piece> heading(Reading reading) {
        return switch (reading.kind()) {
            case "text" -> FrameWords.SAYS;
            case "media.alt" -> FrameWords.SHOWS;
            case "media.ocr" -> FrameWords.WRITTEN;
            case "of.text" -> FrameWords.ANSWERS;
            case "pollOptions" -> FrameWords.OPTION;
            case "links" -> FrameWords.LINK;
            default -> FrameWords.OTHER;
        };
    }
}
