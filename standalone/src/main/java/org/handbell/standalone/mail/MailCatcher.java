package org.handbell.standalone.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.handbell.standalone.web.Door;
import org.handbell.standalone.web.PageServer;
import org.handbell.standalone.web.Reply;
import org.handbell.standalone.web.Request;

/// Takes mail by SMTP and shows it: pages for people, and JSON in the shape of Mailpit's API.
public final class MailCatcher implements AutoCloseable {

    private static final int PAGE = 50;
    private static final String STYLE =
            """
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 0; color: #0b0c0c; background: #fff }
            main { max-width: 68rem; margin: 0 auto; padding: 1rem }
            table { border-collapse: collapse; width: 100% }
            caption { text-align: left; padding: .5rem 0 }
            th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #b1b4b6 }
            td { overflow-wrap: anywhere }
            @media (min-width: 48rem) { td:first-child { min-width: 17rem } td:nth-child(2) { min-width: 22rem } td:nth-child(4) { white-space: nowrap } }
            @media (max-width: 47.99rem) { thead { display: none } table, tbody, tr, td { display: block } td { border: 0; padding: 0 } tr { border-bottom: 1px solid #b1b4b6; padding: .5rem 0 } }
            pre { white-space: pre-wrap; background: #f3f2f1; padding: 1rem; font-size: 1rem }
            a { color: #1a65a6 } a:focus { outline: 3px solid #0b0c0c; background: #ffdd00; color: #0b0c0c }
            dt { font-weight: 700 } dd { margin: 0 0 .5rem } .hint { color: #505a5f }
            """;

    private static final String LIVE =
            """
            if (document.querySelector('[data-live]')) {
              let known = null;
              setInterval(async () => {
                const answer = await fetch('/api/v1/messages?limit=1');
                const list = await answer.json();
                const newest = list.total + ':' + (list.messages[0]?.ID ?? '');
                if (known !== null && known !== newest) location.reload();
                known = newest;
              }, 2000);
            }
            """;

    private final Mailbox mailbox;
    private final SmtpDoor smtp;
    private final PageServer web;

    private MailCatcher(Mailbox mailbox, SmtpDoor smtp, PageServer web) {
        this.mailbox = mailbox;
        this.smtp = smtp;
        this.web = web;
    }

    /// Starts both servers.
    ///
    /// @param smtp for mail
    /// @param web for pages and JSON
    public static MailCatcher start(Mailbox mailbox, Door smtp, Door web) {
        return new MailCatcher(
                mailbox,
                SmtpDoor.open(smtp, mailbox),
                PageServer.start(web, request -> answer(mailbox, request)));
    }

    public int smtpPort() {
        return smtp.port();
    }

    public int webPort() {
        return web.port();
    }

    /// What has arrived so far.
    public Mailbox mailbox() {
        return mailbox;
    }

    @Override
    public void close() {
        smtp.close();
        web.close();
    }

    private static Reply answer(Mailbox mailbox, Request request) {
        var path = request.path();
        return switch (path) {
            case "/" -> Reply.html(MailPages.list(mailbox.newestFirst()));
            case "/style.css" -> Reply.text(200, "text/css; charset=utf-8", STYLE);
            case "/live.js" -> Reply.text(200, "text/javascript; charset=utf-8", LIVE);
            case "/api/v1/messages" -> Reply.json(200, list(mailbox.newestFirst(), request));
            default -> one(mailbox, path);
        };
    }

    private static Reply one(Mailbox mailbox, String path) {
        var id = path.substring(path.lastIndexOf('/') + 1);
        var mail = mailbox.byId(id);
        return switch (path.substring(0, path.length() - id.length())) {
            case "/view/" ->
                    mail.map(m -> Reply.html(MailPages.message(m))).orElseGet(Reply::notFound);
            case "/api/v1/message/" ->
                    mail.map(m -> Reply.json(200, full(m))).orElseGet(Reply::notFound);
            default -> Reply.notFound();
        };
    }

    private static Map<String, Object> list(List<Mail> mails, Request request) {
        var start = number(request, "start", 0);
        var limit = Math.min(number(request, "limit", PAGE), Mailbox.KEPT);
        var page = mails.stream().skip(start).limit(limit).map(MailCatcher::summary).toList();
        var list = new LinkedHashMap<String, Object>();
        list.put("total", mails.size());
        list.put("unread", mails.size());
        list.put("count", page.size());
        list.put("messages_count", mails.size());
        list.put("start", start);
        list.put("messages", page);
        return list;
    }

    private static int number(Request request, String name, int otherwise) {
        var text = request.parameter(name).orElse(Integer.toString(otherwise));
        if (!text.matches("\\d{1,6}")) {
            throw new IllegalArgumentException(name + " is no number from 0 to 999999");
        }
        return Integer.parseInt(text);
    }

    private static Map<String, Object> summary(Mail mail) {
        var summary = new LinkedHashMap<String, Object>();
        summary.put("ID", mail.id());
        summary.put("MessageID", mail.messageId());
        summary.put("Read", false);
        summary.put("From", address(mail.from()));
        summary.put("To", mail.to().stream().map(MailCatcher::address).toList());
        summary.put("Cc", List.of());
        summary.put("Bcc", List.of());
        summary.put("Subject", mail.subject());
        summary.put("Created", mail.created());
        summary.put("Size", mail.size());
        summary.put("Attachments", 0);
        summary.put("Snippet", mail.snippet());
        return summary;
    }

    private static Map<String, Object> full(Mail mail) {
        var full = new LinkedHashMap<>(summary(mail));
        full.put("Date", mail.created());
        full.put("Text", mail.text());
        full.put("HTML", "");
        return full;
    }

    private static Map<String, String> address(Mail.Address address) {
        return Map.of("Name", address.name(), "Address", address.address());
    }
}
