package org.handbell.notification.notify.chat;

import java.util.List;
import java.util.Map;
import org.handbell.notification.notify.Text;
import tools.jackson.databind.json.JsonMapper;

/// A message as each chat server wants it. What a school's name might hold that calls people or
/// makes a link is made harmless.
final class Payload {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Payload() {}

    static String of(Form form, Text text, String link) {
        return JSON.writeValueAsString(
                switch (form) {
                    case TEAMS -> card(text, link);
                    case SLACK -> slack(text);
                    case MATTERMOST -> mattermost(text);
                });
    }

    private static Map<String, Object> card(Text text, String link) {
        var content =
                Map.of(
                        "$schema",
                        "http://adaptivecards.io/schemas/adaptive-card.json",
                        "type",
                        "AdaptiveCard",
                        "version",
                        "1.4",
                        "body",
                        List.of(
                                Map.of(
                                        "type",
                                        "TextBlock",
                                        "text",
                                        noMarks(text.subject()),
                                        "weight",
                                        "Bolder",
                                        "wrap",
                                        true),
                                Map.of(
                                        "type",
                                        "TextBlock",
                                        "text",
                                        text.body().strip(),
                                        "wrap",
                                        true)),
                        "actions",
                        List.of(Map.of("type", "Action.OpenUrl", "title", "Open", "url", link)));
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(
                        Map.of(
                                "contentType",
                                "application/vnd.microsoft.card.adaptive",
                                "content",
                                content)));
    }

    /// No preview: it would fetch the link.
    private static Map<String, Object> slack(Text text) {
        return Map.of(
                "text",
                escaped(text.subject()) + "\n" + escaped(text.body().strip()),
                "mrkdwn",
                false,
                "unfurl_links",
                false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Map<String, Object> mattermost(Text text) {
        return Map.of("text", "**" + noMarks(text.subject()) + "**\n" + text.body().strip());
    }

    /// Neither Markdown nor a call such as `@channel`.
    private static String noMarks(String text) {
        return text.replaceAll("([\\\\*_`\\[\\]#>~|!])", "\\\\$1").replace("@", "@\u200b");
    }
}
