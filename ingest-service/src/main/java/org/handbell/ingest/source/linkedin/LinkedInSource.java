package org.handbell.ingest.source.linkedin;

import java.time.Clock;
import java.time.Instant;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.handbell.ingest.source.paged.PagedPosition;
import org.handbell.ingest.source.paged.PagedReading;
import org.jspecify.annotations.Nullable;

/// Reads pages of organisations that the token's holder administers, and members who consented to
/// compliance events, LinkedIn's own way for those who must keep records. No interface shows any
/// other member.
public final class LinkedInSource implements Source {

    private static final String PROFILE =
            "no open interface shows what a member posts: a member who consented to compliance"
                    + " events is registered as urn:li:person: and their id; others bring posts in by"
                    + " hand";
    private static final String NOT_SET =
            "no open interface shows what a member posts: where this member consented to compliance"
                    + " events, name them in handbell.ingest.sources.linkedin.members; else they bring"
                    + " posts in by hand";
    private static final String GROUP =
            "no interface reaches LinkedIn groups: the group's creator brings its posts in by hand";
    private static final String UNREADABLE =
            "the address must be the number of an organisation,"
                    + " https://www.linkedin.com/company/ and that number, or urn:li:person: and an id";

    private final LinkedInSettings settings;
    private final LinkedInClient linkedIn;
    private final Clock clock;

    LinkedInSource(LinkedInSettings settings, Web web, Clock clock) {
        this.settings = settings;
        this.linkedIn = new LinkedInClient(web, settings.api(), settings.version());
        this.clock = clock;
    }

    @Override
    public String name() {
        return "linkedin";
    }

    /// Every address on LinkedIn, so that one which cannot be read is told why.
    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.LINKEDIN;
    }

    @Override
    public Coverage coverage() {
        return LinkedInCoverage.of(settings);
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        return switch (LinkedInAddress.of(account.address())) {
            case LinkedInAddress.Profile _ -> new Fetch.Refused(PROFILE);
            case LinkedInAddress.Group _ -> new Fetch.Refused(GROUP);
            case LinkedInAddress.Unreadable _ -> new Fetch.Refused(UNREADABLE);
            case LinkedInAddress.Organisation page ->
                    posts(account, page.urn(), PagedPosition.unpack(position), depth);
            case LinkedInAddress.Member member ->
                    settings.members().contains(member.urn())
                            ? events(member.urn(), position, depth)
                            : new Fetch.Refused(NOT_SET);
        };
    }

    /// GONE where an event tells that a member deleted it; of an organisation's, where LinkedIn
    /// knows it no more and still shows the page's list to this token.
    @Override
    public Presence presence(Registered account, String postId) {
        return switch (LinkedInAddress.of(account.address())) {
            case LinkedInAddress.Organisation page -> page(page.urn()).presence(postId);
            case LinkedInAddress.Member member ->
                    settings.members().contains(member.urn())
                            ? told(member.urn(), postId)
                            : Presence.UNKNOWN;
            default -> Presence.UNKNOWN;
        };
    }

    private Fetch posts(Registered account, String urn, PagedPosition before, Depth depth) {
        var entries = new LinkedInEntries(urn, account.kind() == Kind.GROUP);
        var page = page(urn);
        return new PagedReading(entries, before, depth, Gate.floor(account))
                .withComments(settings.commentedPosts(), page::comments)
                .items(page::posts)
                .end(reading -> reading.fetched(urn));
    }

    private LinkedInOrganisation page(String urn) {
        return new LinkedInOrganisation(linkedIn.about(urn), urn);
    }

    private Fetch events(String member, @Nullable String position, Depth depth) {
        var known = LinkedInPosition.unpack(position).processed();
        var oldest = clock.instant().minus(LinkedInHistory.REACH);
        var late = known == null || known.isBefore(oldest) || depth == Depth.SWEEP;
        return history(member, late || known == null ? oldest : known)
                .end(history -> history.fetched(depth == Depth.SWEEP));
    }

    private Step<LinkedInHistory> history(String member, Instant from) {
        return LinkedInHistory.of(member, from, linkedIn.about(member));
    }

    private Presence told(String member, String postId) {
        var oldest = clock.instant().minus(LinkedInHistory.REACH);
        return history(member, oldest) instanceof Step.Go<LinkedInHistory>(var history)
                ? history.deleted(postId)
                        .map(deleted -> deleted ? Presence.GONE : Presence.THERE)
                        .orElse(Presence.UNKNOWN)
                : Presence.UNKNOWN;
    }
}
