package org.handbell.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.handbell.notification.Receiver.Answer;
import org.handbell.notification.Receiver.Request;
import tools.jackson.databind.json.JsonMapper;

/// A stub of GOV.UK Notify, built from its published contract: no real server is asked. It takes
/// e-mails and text messages, lists them by reference, and refuses in the forms that Notify
/// documents.
public final class GovukNotifyStub implements AutoCloseable {

    /// A key in the form of theirs: a name, the service's id, and the secret.
    public static final String KEY =
            "test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

    public static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";

    private static final String MESSAGE_ID = "740e5834-3a29-46b4-9a6f-16142fde533a";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// A message that was accepted.
    public record Accepted(String type, String to, String reference, Map<String, String> words) {}

    private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final Receiver receiver = Receiver.plain(this::answer);

    public String address() {
        return "http://127.0.0.1:" + receiver.port();
    }

    public List<Accepted> to(String address) {
        return accepted.stream().filter(message -> message.to().equals(address)).toList();
    }

    /// How often it was asked for the messages of a reference.
    public long lookups() {
        return receiver.requests().stream().filter(r -> r.method().equals("GET")).count();
    }

    /// The next request is refused in the form of the contract.
    public void refuseNext(int status, String error) {
        receiver.answerNext(refusal(status, error));
    }

    /// The next message is accepted, and its sender hears of an error all the same.
    public void acceptAndFailNext() {
        failing.set(true);
    }

    private static Answer refusal(int status, String error) {
        return json(
                status,
                Map.of(
                        "status_code",
                        status,
                        "errors",
                        List.of(Map.of("error", error, "message", "as the contract says"))));
    }

    private Answer answer(Request request) {
        var authorised = request.headers().getOrDefault("authorization", "");
        if (!authorised.matches("Bearer [\\w-]+\\.[\\w-]+\\.[\\w-]+")) {
            return refusal(403, "AuthError");
        }
        return request.method().equals("POST") ? accept(request) : listed(request);
    }

    private Answer accept(Request request) {
        var email = request.path().endsWith("/email");
        var body = JSON.readTree(request.body());
        var reference = body.get("reference").stringValue();
        var words = body.get("personalisation");
        var to = body.get(email ? "email_address" : "phone_number").stringValue();
        var message =
                new Accepted(
                        email ? "email" : "sms",
                        to,
                        reference,
                        Map.of(
                                "subject",
                                words.get("subject").stringValue(),
                                "body",
                                words.get("body").stringValue()));
        accepted.add(message);
        return failing.getAndSet(false)
                ? refusal(502, "BadGateway")
                : json(201, acceptance(message));
    }

    private static Map<String, Object> acceptance(Accepted message) {
        var content =
                message.type().equals("email")
                        ? Map.of(
                                "subject",
                                message.words().getOrDefault("subject", ""),
                                "body",
                                message.words().getOrDefault("body", ""),
                                "from_email",
                                "trust@notifications.example")
                        : Map.of(
                                "body",
                                message.words().getOrDefault("body", ""),
                                "from_number",
                                "TRUST");
        return Map.of(
                "id",
                MESSAGE_ID,
                "reference",
                message.reference(),
                "content",
                content,
                "uri",
                "https://api.example/v2/notifications/" + MESSAGE_ID,
                "template",
                Map.of(
                        "id",
                        TEMPLATE,
                        "version",
                        1,
                        "uri",
                        "https://api.example/v2/template/" + TEMPLATE));
    }

    private Answer listed(Request request) {
        var known =
                accepted.stream()
                        .filter(message ->
                                request.path().contains("reference=" + message.reference()))
                        .map(GovukNotifyStub::status)
                        .toList();
        return json(
                200,
                Map.of(
                        "notifications",
                        known,
                        "links",
                        Map.of("current", "https://api.example/v2/notifications")));
    }

    private static Map<String, Object> status(Accepted message) {
        return Map.of(
                "id",
                MESSAGE_ID,
                "reference",
                message.reference(),
                "type",
                message.type(),
                "status",
                "sending",
                "template",
                Map.of(
                        "id",
                        TEMPLATE,
                        "version",
                        1,
                        "uri",
                        "https://api.example/v2/template/" + TEMPLATE),
                "body",
                message.words().getOrDefault("body", ""),
                "created_at",
                "2026-11-24T12:00:00.000000Z");
    }

    private static Answer json(int status, Object body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json"),
                new String(JSON.writeValueAsBytes(body), UTF_8));
    }

    @Override
    public void close() {
        receiver.close();
    }
}
