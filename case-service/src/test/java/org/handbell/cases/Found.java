package org.handbell.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Action;
import org.handbell.contract.Coverage;
import org.handbell.contract.Finding;
import org.handbell.contract.Finding.Span;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.Ids;
import org.handbell.contract.Platform;
import org.handbell.contract.Post;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;
import org.jspecify.annotations.Nullable;

/// Makes events of the analysis for tests: say what matters, the rest is any.
public final class Found {

    public static final Instant NOW = Instant.parse("2026-11-18T09:30:00Z");
    private static final String PACK = "2017-06";

    private final String accountId;
    private final String postId;
    private String text = "Any words at all";
    private final List<Finding> findings = new ArrayList<>();
    private List<Route> routes = List.of(Route.DISCIPLINARY);
    private List<String> truncated = List.of();
    private Post.Engaged of = new Post.Engaged("somebody", "Quoted words", null);
    private List<Post.Media> media = List.of();
    private String url = "https://example.social/1";

    private Found(String accountId, String postId) {
        this.accountId = accountId;
        this.postId = postId;
    }

    public static Found by(String accountId, String postId) {
        return new Found(accountId, postId);
    }

    /// One account of each person of the invented school, with their id.
    static List<AccountEvent.Registered> accounts() {
        var accounts = new ArrayList<AccountEvent.Registered>();
        for (var holder : List.of("head", "dsl", "deputy", "chair", "executive", "teacher")) {
            accounts.add(DeskTest.account("account-" + holder, holder));
        }
        for (var i = 0; i < 80; i++) {
            accounts.add(DeskTest.account("account-" + i, "staff-" + i));
        }
        return accounts;
    }

    public Found saying(String words) {
        text = words;
        return this;
    }

    public Found claiming(String clause, Severity severity, Span... spans) {
        findings.add(finding(clause, severity, false, spans));
        return this;
    }

    public Found claiming(Finding finding) {
        findings.add(finding);
        return this;
    }

    /// A claim with all it rests on, where a person is told from a confidence on; the claims here
    /// have 0.82.
    public Found explained(
            String clause,
            Severity severity,
            double tellFrom,
            Finding.@Nullable SecondOpinion opinion) {
        var explanation =
                new Finding.Explanation(PACK, "hash", List.of(), tellFrom, List.of(), opinion);
        findings.add(finding(clause, severity, false).explained(explanation));
        return this;
    }

    public Found advising(String clause, Severity severity) {
        findings.add(finding(clause, severity, true));
        return this;
    }

    public Found routed(Route... to) {
        routes = List.of(to);
        return this;
    }

    public Found truncated(String... fields) {
        truncated = List.of(fields);
        return this;
    }

    public Found quoting(String words) {
        of = new Post.Engaged("somebody", words, null);
        return this;
    }

    public Found showing(Post.Media... pictures) {
        media = List.of(pictures);
        return this;
    }

    public Found at(String address) {
        url = address;
        return this;
    }

    public FindingEvent.Found event() {
        return new FindingEvent.Found(post(), findings, PACK, routes, NOW);
    }

    private Post post() {
        return new Post(
                postId,
                observation(),
                accountId,
                Platform.MASTODON,
                Action.POST,
                null,
                url,
                NOW.minus(Duration.ofMinutes(5)),
                null,
                null,
                NOW,
                text,
                "en",
                media,
                List.of(),
                of,
                List.of(),
                hash(),
                "{\"content\":\"any\"}",
                truncated,
                new Coverage(
                        "mastodon",
                        Coverage.Proof.REAL_SERVER,
                        Map.of(Coverage.Kind.LIKES, Coverage.Sight.NO),
                        List.of("Direct messages are never seen."),
                        "the newest 500 posts",
                        "up to 5 minutes",
                        null),
                false);
    }

    private String observation() {
        return Ids.observation(postId, hash());
    }

    private String hash() {
        return Integer.toHexString(text.hashCode());
    }

    private Finding finding(String clause, Severity severity, boolean advisory, Span... spans) {
        return new Finding(
                Ids.finding(observation(), clause, PACK),
                clause,
                "any-rule",
                severity,
                0.82,
                advisory,
                "The post may tell who a pupil is.",
                List.of(spans),
                List.of(new Finding.Exemption("own-child", false, "no relative on the register")));
    }
}
