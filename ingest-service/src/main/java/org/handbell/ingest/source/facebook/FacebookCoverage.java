package org.handbell.ingest.source.facebook;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Coverage;

/// What can be seen on Facebook, as it is set up.
final class FacebookCoverage {

    private FacebookCoverage() {}

    static Coverage of(FacebookSettings settings) {
        var comments = settings.commentedPosts() > 0;
        return new Coverage(
                "facebook",
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                        Coverage.Kind.COMMENTS,
                                comments ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.LIKES, Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.PARTLY,
                        Coverage.Kind.POLLS, Coverage.Sight.NO,
                        Coverage.Kind.PICTURES, Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                        Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                List.of(
                        "Built to the published contract and tested against a stand-in only.",
                        "Facebook ranks what it lists and leaves posts out, at about 600 a year;"
                                + " what it leaves out is not seen.",
                        comments
                                ? "Comments are read under the newest "
                                        + settings.commentedPosts()
                                        + " posts that have any, at most 200 in one reading."
                                : "Comments are not read.",
                        "Only in a group account are other people's comments collected, and some"
                                + " without a name; else the Page's own alone.",
                        "When a post was edited is not told, only that it changed, where it is still"
                                + " listed.",
                        "A post that is hidden from this token looks the same as a deleted one.",
                        "What the Page liked, its stories, polls and live talk are not shown.",
                        "Of what a Page shares, only the words that Facebook quotes are seen.",
                        "Captions of pictures are read; their alternative texts are not told."),
                "about 600 posts of each year, as Facebook ranks them; the newest 500 in one"
                        + " reading",
                "up to the polling interval",
                "Meta's terms ask that copies be kept no longer than their purpose needs and be"
                        + " deleted where Meta or the holder asks for it.");
    }
}
