package org.handbell.analysis.analyse;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.jspecify.annotations.Nullable;

/// One line of cases: a post as JSON, in the form of the functional suite. Unknown fields are
/// passed over.
///
/// @param id given back with the answer
/// @param pupil the register's id of the pupil whom the post engages with, as a desk would have
///   noted it for that handle; null where it is none or nobody knows
public record CaseLine(String id, Post post, @Nullable String pupil) {

    private static final Coverage COVERAGE =
            new Coverage("file", Coverage.Proof.STUB, Map.of(), List.of(), null, "none", null);

    /// Reads one line of UTF-8.
    ///
    /// @throws BadInputException naming the field and the rule
    public static CaseLine read(byte[] line) {
        var fields = Fields.read(line);
        var of = fields.object("of");
        return new CaseLine(fields.text("id"), post(fields, of), of.optional("pupil"));
    }

    private static Post post(Fields fields, Fields of) {
        var id = fields.text("id");
        var account = fields.text("account");
        var platform = fields.one(Platform.class, "platform");
        var action = fields.one(Action.class, "action");
        var at = time(fields);
        var text = fields.textOrEmpty("text");
        return new Post(
                id,
                Ids.observation(id, id),
                account,
                platform,
                action,
                fields.optional("author"),
                null,
                at,
                null,
                null,
                at,
                text.substring(0, Math.min(text.length(), Post.MAX_TEXT)),
                null,
                media(fields),
                fields.texts("links"),
                engaged(of),
                fields.texts("pollOptions"),
                id,
                null,
                text.length() > Post.MAX_TEXT ? List.of("text") : List.of(),
                COVERAGE,
                false);
    }

    private static Instant time(Fields fields) {
        try {
            return OffsetDateTime.parse(fields.text("postedAt")).toInstant();
        } catch (DateTimeParseException e) {
            throw fields.bad("postedAt", "is no time with an offset, as in ISO 8601");
        }
    }

    private static List<Post.Media> media(Fields fields) {
        var media = new ArrayList<Post.Media>();
        for (var one : fields.objects("media")) {
            media.add(
                    new Post.Media(
                            one.one(Post.MediaType.class, "type"),
                            null,
                            one.optional("alt"),
                            one.optional("ocr"),
                            List.of(),
                            false));
        }
        return media;
    }

    private static Post.@Nullable Engaged engaged(Fields of) {
        return of.node().isEmpty()
                ? null
                : new Post.Engaged(of.optional("author"), of.textOrEmpty("text"), null);
    }
}
