package org.handbell.notification.notify.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.handbell.notification.notify.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class PayloadTest {

    private static final String LINK = "https://desk.example/cases/4K7P-XM";

    @Test
    void aNameCallsNobodyAndMakesNoLinkInMattermost() {
        var text = mattermost("Today: @channel [St *A*](http://elsewhere.example), 4K7P-XM");

        assertThat(text)
                .startsWith("**Today: @\u200bchannel \\[St \\*A\\*\\](http://elsewhere.example)")
                .endsWith("\n" + LINK);
    }

    @Test
    void aNameCallsNobodyInSlack() {
        assertThat(
                        JsonMapper.builder()
                                .build()
                                .readTree(Payload.of(Form.SLACK, text("<!channel> & Co"), LINK))
                                .get("text")
                                .stringValue())
                .isEqualTo("&lt;!channel&gt; &amp; Co\n" + LINK);
    }

    @Test
    void theCardOfTeamsHasOneButtonThatOpensTheLink() {
        var card =
                JsonMapper.builder()
                        .build()
                        .readTree(Payload.of(Form.TEAMS, text("Today: St *A*"), LINK))
                        .at("/attachments/0/content");

        assertThat(card.at("/body/0/text").stringValue()).isEqualTo("Today: St \\*A\\*");
        assertThat(card.at("/actions")).hasSize(1);
        assertThat(card.at("/actions/0/type").stringValue()).isEqualTo("Action.OpenUrl");
        assertThat(card.at("/actions/0/url").stringValue()).isEqualTo(LINK);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void quotesAndLineBreaksStayWithinTheirJson(Form form) {
        var payload = Payload.of(form, text("\"}],\n{\"text\":\"x"), LINK);

        assertThat(JsonMapper.builder().build().readTree(payload).isObject()).isTrue();
    }

    private static String mattermost(String subject) {
        return JsonMapper.builder()
                .build()
                .readTree(Payload.of(Form.MATTERMOST, text(subject), LINK))
                .get("text")
                .stringValue();
    }

    private static Text text(String subject) {
        return new Text(subject, LINK + "\n");
    }
}
