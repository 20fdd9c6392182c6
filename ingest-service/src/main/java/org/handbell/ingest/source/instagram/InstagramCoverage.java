package org.handbell.ingest.source.instagram;

import java.util.List;
import java.util.Map;
import org.handbell.contract.Coverage;

/// What can be seen on Instagram, as it is set up.
final class InstagramCoverage {

    private InstagramCoverage() {}

    static Coverage of(InstagramSettings settings) {
        var comments = settings.commentedPosts() > 0;
        return new Coverage(
                "instagram",
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                        Coverage.Kind.COMMENTS,
                                comments ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.LIKES, Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.NO,
                        Coverage.Kind.POLLS, Coverage.Sight.NO,
                        Coverage.Kind.PICTURES, Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS, Coverage.Sight.YES,
                        Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                List.of(
                        "Built to the published contract and tested against a stand-in only.",
                        "Stories, live talk, likes and what the account shares of others are not"
                                + " seen.",
                        "Personal accounts, and accounts with a lowest age, are not shown to any"
                                + " interface.",
                        comments
                                ? "Of an own account, comments are read under the newest "
                                        + settings.commentedPosts()
                                        + " posts that have any; of others, none are shown."
                                : "Comments are not read.",
                        "Only in a group account are other people's comments collected; else the"
                                + " account's own alone.",
                        "When a caption was edited is not told, only that it changed.",
                        "The deletion of a post is not seen where the account is found by its name.",
                        "Descriptions of pictures are told for the trust's own picture posts alone;"
                                + " other people's names lose their @ in captions.",
                        "A picture is missing where Instagram holds that another has the rights."),
                "the newest 500 posts",
                "up to the polling interval",
                "Meta's terms ask that copies be kept no longer than their purpose needs and be"
                        + " deleted where Meta or the holder asks for it.");
    }
}
