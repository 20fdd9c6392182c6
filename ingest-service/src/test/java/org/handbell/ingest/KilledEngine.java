package org.handbell.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.Coverage;
import org.handbell.ingest.source.Fetch;
import org.handbell.ingest.source.Item;
import org.handbell.ingest.source.Source;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.support.GenericApplicationContext;

/// The engine in a process of its own, over a platform that shows a few more posts at each look.
public final class KilledEngine {

    static final int POSTS = 600;
    static final String ACCOUNT = "killed-";
    private static final int PER_LOOK = 23;
    private static final int SHOWN_AGAIN = 7;

    private KilledEngine() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(IngestApplication.class)
                .web(WebApplicationType.NONE)
                .initializers((GenericApplicationContext context) ->
                        context.registerBean(Source.class, GrowingSource::new))
                .run(args);
    }

    private static final class GrowingSource implements Source {

        @Override
        public String name() {
            return "growing";
        }

        @Override
        public boolean reads(AccountEvent.Registered account) {
            return account.accountId().startsWith(ACCOUNT);
        }

        /// Later than what a full reading leaves out.
        private static final Instant BEGUN = Instant.now().minus(Duration.ofHours(1));

        @Override
        public Coverage coverage() {
            return Invented.COVERAGE;
        }

        @Override
        public Fetch fetch(
                AccountEvent.Registered account, @Nullable String position, Depth depth) {
            var from = position == null ? 0 : Integer.parseInt(position);
            var to = Math.min(POSTS, from + PER_LOOK);
            if (from == to) {
                return new Fetch.Unchanged();
            }
            var items = new ArrayList<Item>();
            for (var n = to - 1; n >= Math.max(0, from - SHOWN_AGAIN); n--) {
                var postedAt = BEGUN.plusSeconds(n);
                items.add(Invented.item(account.accountId() + ":" + n, "No. " + n, postedAt));
            }
            return new Fetch.Fetched(items, List.of(), Integer.toString(to), false);
        }

        @Override
        public Presence presence(AccountEvent.Registered account, String postId) {
            return Presence.UNKNOWN;
        }
    }
}
