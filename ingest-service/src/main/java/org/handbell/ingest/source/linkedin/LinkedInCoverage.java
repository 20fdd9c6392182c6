package org.handbell.ingest.source.linkedin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.contract.Coverage;

/// What can be seen on LinkedIn, as it is set up.
final class LinkedInCoverage {

    private LinkedInCoverage() {}

    static Coverage of(LinkedInSettings settings) {
        var members = !settings.members().isEmpty();
        var comments = members || settings.commentedPosts() > 0;
        return new Coverage(
                "linkedin",
                Coverage.Proof.STUB,
                Map.of(
                        Coverage.Kind.POSTS, Coverage.Sight.PARTLY,
                        Coverage.Kind.COMMENTS,
                                comments ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.LIKES, members ? Coverage.Sight.PARTLY : Coverage.Sight.NO,
                        Coverage.Kind.SHARES, Coverage.Sight.PARTLY,
                        Coverage.Kind.POLLS, Coverage.Sight.PARTLY,
                        Coverage.Kind.PICTURES, Coverage.Sight.PARTLY,
                        Coverage.Kind.EDITS, Coverage.Sight.PARTLY,
                        Coverage.Kind.DELETIONS, Coverage.Sight.PARTLY),
                cannotSee(settings, members),
                members
                        ? "the newest 500 posts of an organisation's page; a member's last 30 days"
                        : "the newest 500 posts of an organisation's page",
                "up to the polling interval",
                "LinkedIn's terms bound how long copies may be kept, and for what; records of"
                        + " members are kept under its compliance programme alone.");
    }

    private static List<String> cannotSee(LinkedInSettings settings, boolean members) {
        var cannotSee = new ArrayList<String>();
        cannotSee.add("Built to the published contract and tested against a stand-in only.");
        cannotSee.add(
                "Only pages that the token's holder administers are shown; of members, only those who"
                        + " consented to compliance events.");
        if (settings.commentedPosts() > 0) {
            cannotSee.add(
                    "Comments are read under the newest "
                            + settings.commentedPosts()
                            + " posts of a page, without the answers under them, and outside a"
                            + " group account the page's own alone.");
        } else {
            cannotSee.add("Comments under a page's posts are not read.");
        }
        cannotSee.add("What a page liked, and the words of what it shares, are not read.");
        cannotSee.add("Pictures are not shown, only their descriptions.");
        if (members) {
            cannotSee.add(
                    "What a member did more than 30 days before it was asked for is not seen.");
            cannotSee.add(
                    "A member's comment or like is collected only where LinkedIn says that the post it"
                            + " is under is for everyone.");
            cannotSee.add(
                    "A member's polls and the words of what they share or like are not read.");
        }
        return cannotSee;
    }
}
