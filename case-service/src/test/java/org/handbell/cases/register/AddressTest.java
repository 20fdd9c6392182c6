package org.handbell.cases.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.contract.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "MASTODON, @robin@social.example, true",
        "MASTODON, https://social.example/@robin, true",
        "MASTODON, robin, false",
        "BLUESKY, robin.bsky.social, true",
        "BLUESKY, did:plc:abc123, true",
        "BLUESKY, robin wood, false",
        "BLOG, https://robin.example/feed.xml, true",
        "BLOG, robin.example, false",
        "BLOG, javascript:alert(1), false",
        "BLOG, https://robin:secret@blog.example/, false",
        "X, @robin, true",
        "X, my account, false",
        "YOUTUBE, https://, false"
    })
    void anAddressHasToLookLikeOneOfItsPlatform(Platform platform, String address, boolean fits) {
        assertThat(Address.fits(platform, address)).isEqualTo(fits);
    }

    @Test
    void theSameAccountIsKnownAgainHoweverItIsWritten() {
        assertThat(Address.key("https://www.Social.example/@robin/"))
                .isEqualTo(Address.key("http://social.example/@robin"));
        assertThat(Address.key("@Robin@social.example"))
                .isEqualTo(Address.key("robin@social.example"));
    }
}
