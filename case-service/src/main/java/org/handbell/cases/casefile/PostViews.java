package org.handbell.cases.casefile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.handbell.cases.casefile.CaseView.ClaimView;
import org.handbell.cases.casefile.CaseView.Field;
import org.handbell.cases.casefile.CaseView.Line;
import org.handbell.cases.casefile.CaseView.PostView;
import org.handbell.cases.evidence.Capture;
import org.handbell.cases.evidence.Exhibit;
import org.handbell.cases.policy.Clauses;
import org.handbell.contract.Coverage;
import org.handbell.contract.Finding;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.Post;
import org.handbell.contract.wire.Json;
import org.jspecify.annotations.Nullable;

/// Turns an exhibit into what the case page shows of it.
final class PostViews {

    private final ZoneId zone;

    PostViews(ZoneId zone) {
        this.zone = zone;
    }

    PostView of(Exhibit exhibit) {
        return switch (exhibit.capture().kind()) {
            case POST -> found(exhibit, Json.mapper().readValue(exhibit.content(), Found.class));
            case CLEARED ->
                    absence(exhibit, "Edited: what it says now has no findings and was not kept");
            case DELETED -> absence(exhibit, "Deleted on the platform");
        };
    }

    private PostView absence(Exhibit exhibit, String title) {
        return new PostView(
                title,
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                capture(exhibit, List.of()));
    }

    private PostView found(Exhibit exhibit, Found found) {
        var post = found.post();
        return new PostView(
                Words.action(post.action()) + " on " + Words.platform(post.platform()),
                facts(post),
                link(post.url()),
                fields(found),
                found.findings().stream().map(PostViews::claim).toList(),
                post.truncated().stream().map(PostViews::cut).toList(),
                post.coverage().cannotSee(),
                capture(exhibit, collected(post, found.packId())));
    }

    private List<Line> facts(Post post) {
        var facts = new ArrayList<Line>();
        facts.add(new Line("Posted", Words.time(post.postedAt(), zone)));
        if (post.editedAt() != null) {
            facts.add(new Line("Edited", Words.time(post.editedAt(), zone)));
        }
        facts.add(new Line("Seen", Words.time(post.capturedAt(), zone)));
        if (post.author() != null) {
            facts.add(new Line("Posted in the group by", post.author()));
        }
        return List.copyOf(facts);
    }

    private static List<Field> fields(Found found) {
        var post = found.post();
        var fields = new ArrayList<Field>();
        add(fields, found, "text", "What was written", post.text());
        var of = post.of();
        if (of != null) {
            var author = of.author() == null ? "" : ", by " + of.author();
            add(fields, found, "of.text", "What it answers or passes on" + author, of.text());
        }
        for (var i = 0; i < post.media().size(); i++) {
            media(fields, found, i);
        }
        for (var i = 0; i < post.pollOptions().size(); i++) {
            add(
                    fields,
                    found,
                    "pollOptions[" + i + "]",
                    "Poll option " + (i + 1),
                    post.pollOptions().get(i));
        }
        for (var i = 0; i < post.links().size(); i++) {
            add(fields, found, "links[" + i + "]", "Link " + (i + 1), post.links().get(i));
        }
        return List.copyOf(fields);
    }

    private static void media(List<Field> fields, Found found, int i) {
        var media = found.post().media().get(i);
        var which = (media.type() == Post.MediaType.IMAGE ? "Picture " : "Video ") + (i + 1);
        add(fields, found, "media[" + i + "].alt", which + ": its description", media.alt());
        add(fields, found, "media[" + i + "].ocr", which + ": words legible in it", media.ocr());
        add(fields, found, "media[" + i + "]", which, flags(media));
    }

    private static String flags(Post.Media media) {
        var flags = new ArrayList<String>();
        if (!media.marks().isEmpty()) {
            flags.add("Marks recognised in it: " + String.join(", ", media.marks()) + ".");
        }
        if (media.located()) {
            flags.add("The file says where it was taken.");
        }
        if (flags.isEmpty() && media.alt() == null && media.ocr() == null) {
            flags.add("Not shown here; see the original.");
        }
        return String.join(" ", flags);
    }

    private static void add(
            List<Field> fields, Found found, String name, String label, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        var spans =
                found.findings().stream()
                        .flatMap(finding -> finding.spans().stream())
                        .filter(span -> span.field().equals(name))
                        .toList();
        fields.add(new Field(label, name.startsWith("of."), Marks.of(text, spans)));
    }

    private static ClaimView claim(Finding finding) {
        return new ClaimView(
                finding.clause(),
                Clauses.title(finding.clause()),
                finding.why(),
                Words.severity(finding.severity()),
                Words.confidence(finding.confidence()),
                finding.advisory(),
                finding.exemptions().stream().map(PostViews::exemption).toList(),
                opinion(finding));
    }

    private static @Nullable String opinion(Finding finding) {
        var explanation = finding.explanation();
        var opinion = explanation == null ? null : explanation.secondOpinion();
        if (opinion == null) {
            return null;
        }
        var did =
                switch (opinion.verdict()) {
                    case CONFIRMED -> "A language model (%s) agrees: “%s”";
                    case DOUBTED -> "A language model (%s) doubts it: “%s”";
                    case ADDED -> "A language model (%s) alone suggests it: “%s”";
                    case WITHDRAWN -> "A language model (%s) talked it away: “%s”";
                };
        return did.formatted(opinion.model(), opinion.reason());
    }

    /// The analysis says of each exemption what it would mean; where it did not apply, that is what
    /// was looked for in vain.
    private static String exemption(Finding.Exemption exemption) {
        var name = exemption.name().replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        var title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var words = title + (exemption.applied() ? ": applies" : ": looked for, not found");
        return exemption.why() == null ? words : words + " (“" + exemption.why() + "”)";
    }

    private static String cut(String field) {
        return switch (field) {
            case "text" ->
                    "The text was longer than "
                            + String.format(Locale.UK, "%,d", Post.MAX_TEXT)
                            + " characters; only its beginning was kept.";
            case "original" ->
                    "The platform's original was larger than "
                            + Post.MAX_ORIGINAL / 1024
                            + " KiB; it was not kept whole.";
            default -> "A part of the post was too long and was cut: " + field + ".";
        };
    }

    private List<Line> collected(Post post, String packId) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Post", post.postId()));
        lines.add(new Line("Usual delay", post.coverage().delay()));
        said(lines, "How far back it reads", post.coverage().history());
        said(lines, "Terms on keeping copies", post.coverage().terms());
        lines.add(new Line("This source was tried against", proven(post.coverage())));
        lines.add(new Line("Policy pack", packId));
        if (post.platformTime() != null) {
            lines.add(new Line("The platform's own time", post.platformTime()));
        }
        if (post.broughtIn()) {
            lines.add(new Line("How it came here", "A person brought it in by hand"));
        }
        return List.copyOf(lines);
    }

    private static void said(List<Line> lines, String label, @Nullable String words) {
        if (words != null) {
            lines.add(new Line(label, words));
        }
    }

    private List<Line> capture(Exhibit exhibit, List<Line> more) {
        Capture facts = exhibit.capture();
        var lines = new ArrayList<Line>();
        lines.add(new Line("Entry", String.valueOf(exhibit.seq())));
        lines.add(new Line("Captured", Words.time(facts.capturedAt(), zone)));
        lines.add(new Line("Captured, in UTC", facts.capturedAt().toString()));
        lines.add(new Line("Source", facts.source()));
        lines.add(new Line("Collector", facts.collector()));
        if (facts.contentHash() != null) {
            lines.add(new Line("SHA-256 of what was said", facts.contentHash()));
        }
        lines.add(new Line("Link of the chain", exhibit.chain()));
        lines.addAll(more);
        return List.copyOf(lines);
    }

    private static String proven(Coverage coverage) {
        return switch (coverage.proven()) {
            case LIVE -> "the live service";
            case REAL_SERVER -> "a real server";
            case STUB -> "a stand-in";
        };
    }

    /// Only addresses of the web become links: anything else in a post could run as a script.
    private static @Nullable String link(@Nullable String url) {
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }
}
