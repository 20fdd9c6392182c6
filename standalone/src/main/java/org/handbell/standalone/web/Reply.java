package org.handbell.standalone.web;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.handbell.contract.wire.Json;

/// What a visitor gets.
///
/// @param status HTTP status
/// @param type media type of the body
public record Reply(int status, String type, Map<String, String> headers, byte[] body) {

    /// A page.
    public static Reply html(String page) {
        return text(200, "text/html; charset=utf-8", page);
    }

    /// A value as JSON.
    public static Reply json(int status, Object value) {
        return new Reply(
                status,
                "application/json; charset=utf-8",
                Map.of(),
                Json.mapper().writeValueAsBytes(value));
    }

    /// Any text.
    public static Reply text(int status, String type, String text) {
        return new Reply(status, type, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    /// Nothing there.
    public static Reply notFound() {
        return json(404, Map.of("error", "Record not found"));
    }

    /// Go and look there.
    public static Reply seeOther(String address) {
        return text(303, "text/plain", "").with("Location", address);
    }

    /// The same reply with one more header.
    public Reply with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, type, Map.copyOf(more), body);
    }
}
