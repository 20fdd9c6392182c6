package org.handbell.standalone.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a visitor asks for.
///
/// @param path decoded, starting with a slash
/// @param query the parameters of the address
/// @param form the fields of a submitted form; empty for others
/// @param headers by name in lower case, the first value of each
public record Request(
        String method,
        String path,
        Map<String, String> query,
        Map<String, String> form,
        Map<String, String> headers) {

    /// A parameter of the address.
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /// A field of the form.
    public Optional<String> field(String name) {
        return Optional.ofNullable(form.get(name)).filter(value -> !value.isBlank());
    }

    /// A header.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    boolean submits() {
        return method.equals("POST");
    }

    /// Names and values of `a=1&b=2`; the first of each name counts.
    static Map<String, String> pairs(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> decoded(pair[0]),
                                pair -> pair.length > 1 ? decoded(pair[1]) : "",
                                (first, second) -> first));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
