package org.handbell.ingest.source.x;

import java.time.Clock;
import java.util.regex.Pattern;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.Coverage;
import org.handbell.contract.Platform;
import org.handbell.ingest.account.Gate;
import org.handbell.ingest.http.Credentials;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Source;
import org.handbell.ingest.source.Step;
import org.jspecify.annotations.Nullable;

/// Reads an account's posts from X, which asks money for each one. Between two full readings only
/// what is new is asked for, so that an account that is silent costs nothing; an edit is new as
/// well. A full reading may take half of what is left of the month's budget, so that something is
/// left for what comes afterwards.
public final class XSource implements Source {

    private static final Pattern POST = Pattern.compile("https://x\\.com/i/web/status/([0-9]+)");

    private final XSettings settings;
    private final XClient client;
    private final XPurse purse;
    private final Credentials credentials;
    private final Clock clock;

    XSource(
            XSettings settings,
            XClient client,
            XPurse purse,
            Credentials credentials,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.purse = purse;
        this.credentials = credentials;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "x";
    }

    @Override
    public boolean reads(Registered account) {
        return account.platform() == Platform.X && XAddress.of(account.address()).isPresent();
    }

    @Override
    public Coverage coverage() {
        return XCoverage.of(settings);
    }

    @Override
    public Fetch fetch(Registered account, @Nullable String position, Depth depth) {
        var address = XAddress.of(account.address());
        if (address.isEmpty()) {
            return new Fetch.Refused("the address must be a number, a handle or that of a profile");
        }
        if (!credentials.heldFor(settings.api())) {
            return new Fetch.Refused(
                    "X shows nothing without the token of a developer app: see"
                            + " handbell.ingest.tokens");
        }
        var before = XPosition.unpack(position);
        purse.resume(account.accountId(), before);
        return number(account.accountId(), address.get(), before)
                .end(number -> read(account, number, before, depth));
    }

    /// GONE only where X says in so many words that there is no such post. A post that is there is
    /// paid for.
    @Override
    public Presence presence(Registered account, String postId) {
        var post = POST.matcher(postId);
        if (!post.matches() || purse.left(account.accountId()) < purse.costOfPosts(1)) {
            return Presence.UNKNOWN;
        }
        if (!(client.post(post.group(1)) instanceof Step.Go(var answer))) {
            return Presence.UNKNOWN;
        }
        if (answer.path("data").isObject()) {
            purse.payPosts(account.accountId(), 1);
            return Presence.THERE;
        }
        return XClient.saysNotFound(answer) ? Presence.GONE : Presence.UNKNOWN;
    }

    private Step<String> number(String accountId, XAddress address, XPosition before) {
        if (!address.number().isEmpty()) {
            return Step.go(address.number());
        }
        var known = before.account();
        if (known != null && known.matches("[0-9]{1,20}")) {
            return Step.go(known);
        }
        if (purse.left(accountId) < purse.costOfUser() + XReading.least(purse)) {
            return new Step.Stop<>(purse.usedUp());
        }
        return client.number(address.handle())
                .then(number -> {
                    purse.payUser(accountId);
                    return Step.go(number);
                });
    }

    private Fetch read(Registered account, String number, XPosition before, Depth depth) {
        long left = purse.left(account.accountId());
        boolean sweeps = depth == Depth.SWEEP && isDue(before) && left / 2 >= XReading.least(purse);
        var plan =
                new XReading.Plan(
                        account.accountId(),
                        number,
                        before,
                        Gate.since(account),
                        sweeps ? left / 2 : left,
                        sweeps ? clock.instant() : null);
        return new XReading(client, purse, plan).read();
    }

    private boolean isDue(XPosition before) {
        var swept = before.sweptAt();
        return swept == null || !clock.instant().isBefore(swept.plus(settings.sweepEvery()));
    }
}
