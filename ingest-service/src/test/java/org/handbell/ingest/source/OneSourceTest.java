package org.handbell.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.handbell.contract.Platform;
import org.handbell.ingest.http.PoliteWeb;
import org.handbell.ingest.http.Webs;
import org.handbell.ingest.source.activitypub.ActivityPubConfiguration;
import org.handbell.ingest.source.mastodon.MastodonConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// How the address of an account in the fediverse is written says which source reads it.
class OneSourceTest {

    @ParameterizedTest
    @CsvSource({
        "@robin@social.example.org, mastodon",
        "robin@social.example.org, mastodon",
        "https://social.example.org/@robin, mastodon",
        "https://social.example.org/users/robin, mastodon",
        "https://social.example.org/u/robin/, mastodon",
        "https://social.example.org/robin, mastodon",
        "HTTPS://social.example.org/Users/robin, mastodon",
        "acct:robin@social.example.org, activitypub",
        "https://social.example.org/ap/users/7, activitypub",
        "https://blog.example.org/?author=3, activitypub",
        "https://forum.example.org/uid/5, activitypub",
        "https://tube.example.org/accounts/robin, activitypub"
    })
    void anAddressIsReadByOneSource(String address, String reader) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(PoliteWeb.class, () -> Webs.allowing());
            context.registerBean(Clock.class, Clock::systemUTC);
            context.register(MastodonConfiguration.class, ActivityPubConfiguration.class);
            context.refresh();

            assertThat(context.getBeansOfType(Source.class).values())
                    .hasSize(2)
                    .filteredOn(s -> s.reads(Accounts.at(Platform.MASTODON, address)))
                    .extracting(Source::name)
                    .containsExactly(reader);
        }
    }
}
