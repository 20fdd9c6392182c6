package org.handbell.ingest.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What came back. No reason in here names a host, an address or a person: reasons are logged.
public sealed interface Reply {

    /// The server answered, whatever the status; 429 and 503 are told as [Later] instead.
    ///
    /// @param uri where the answer came from, after redirects
    /// @param headers names in lower case
    record Answered(URI uri, int status, Map<String, List<String>> headers, Body body)
            implements Reply {

        public Answered {
            headers = Map.copyOf(headers);
        }

        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /// First value of a header, whatever the case of its name.
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }
    }

    /// No answer that could be used.
    sealed interface Failed extends Reply {

        /// For the operator: names the rule or the trouble, not the host.
        String reason();
    }

    /// The server, or our own manners, ask for patience.
    record Later(Duration after, String reason) implements Failed {}

    /// No connection, a timeout, or an answer that broke off.
    record Unreachable(String reason) implements Failed {}

    /// The body is over the bound; nothing of it was kept.
    record TooLarge(long limit) implements Failed {

        @Override
        public String reason() {
            return "the body is larger than the " + limit + " bytes that are read";
        }
    }

    /// An address that this service does not connect to, at the first step or after a redirect.
    record Forbidden(String reason) implements Failed {}

    /// A redirect that leads nowhere.
    record Astray(String reason) implements Failed {}
}
