package org.handbell.standalone.mail;

import static org.handbell.standalone.web.Html.escape;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The pages of the mail catcher.
final class MailPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm:ss", Locale.UK)
                    .withZone(ZoneId.of("Europe/London"));

    private MailPages() {}

    static String list(List<Mail> mails) {
        var rows = mails.stream().map(MailPages::row).collect(Collectors.joining());
        var body =
                mails.isEmpty()
                        ? "<p data-live>No mail yet.</p>"
                        : """
                        <table data-live><caption>%d mails, the newest first</caption>
                        <thead><tr><th scope="col">To</th><th scope="col">Subject</th>\
                        <th scope="col">Beginning</th><th scope="col">Arrived</th></tr></thead>
                        <tbody>%s</tbody></table>\
                        """
                                .formatted(mails.size(), rows);
        return page(
                "Mail catcher",
                "<h1>Mail catcher</h1><p class=\"hint\">Every mail of this"
                        + " demonstration ends here; none leaves the machine.</p>"
                        + body);
    }

    static String message(Mail mail) {
        return page(
                escape(mail.subject()),
                """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <dl><dt>From</dt><dd>%s</dd><dt>To</dt><dd>%s</dd><dt>Arrived</dt><dd>%s</dd></dl>
                <pre>%s</pre>\
                """
                        .formatted(
                                escape(mail.subject()),
                                escape(mail.from().address()),
                                escape(to(mail)),
                                TIME.format(mail.created()),
                                linked(mail.text())));
    }

    private static String row(Mail mail) {
        return "<tr><td>%s</td><td><a href=\"/view/%s\">%s</a></td><td>%s</td><td>%s</td></tr>\n"
                .formatted(
                        escape(to(mail)),
                        mail.id(),
                        escape(mail.subject().isEmpty() ? "(no subject)" : mail.subject()),
                        escape(mail.snippet()),
                        TIME.format(mail.created()));
    }

    private static String to(Mail mail) {
        return mail.to().stream().map(Mail.Address::address).collect(Collectors.joining(", "));
    }

    private static String linked(String text) {
        return escape(text)
                .replaceAll("(http://localhost:\\d+/[\\w./?=-]*)", "<a href=\"$1\">$1</a>");
    }

    private static String page(String title, String body) {
        return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>%s</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="/style.css"><script src="/live.js" defer></script></head>
        <body><main>%s</main></body></html>
        """
                .formatted(title, body);
    }
}
