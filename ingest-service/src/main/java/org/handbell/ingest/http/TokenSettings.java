package org.handbell.ingest.http;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.handbell.contract.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Access tokens for servers that show nothing to strangers.
///
/// @param tokens by a name of the operator's choice
@Validated
@ConfigurationProperties("handbell.ingest")
public record TokenSettings(@DefaultValue Map<String, @Valid Token> tokens) {

    public TokenSettings {
        tokens = Map.copyOf(tokens);
    }

    /// One token.
    ///
    /// @param platform for the figures
    /// @param host `host` or `host:port` of the only server that is given the token; followed by
    ///   `/` and the account's number, name or URN, where the token is for that account alone
    /// @param file that holds the token and nothing else
    /// @param sentAs `bearer` for `Authorization: Bearer`, `header:<Name>` for a header of its own,
    ///   or `query:<name>` for a parameter of the address
    /// @param expiresOn the first day, in London, on which it works no more; null where it does not
    ///   expire
    public record Token(
            @NotNull Platform platform,
            @NotNull @Pattern(regexp = HOST) String host,
            @NotNull Path file,
            @DefaultValue("bearer") @NotNull @Pattern(regexp = SENT_AS) String sentAs,
            @Nullable LocalDate expiresOn) {

        private static final String HOST =
                "[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9@._:-]{1,200})?";

        /// Headers that the connection itself needs are not for tokens.
        private static final String SENT_AS =
                "(?i:bearer"
                        + "|header:(?!(?:host|connection|content-length|transfer-encoding)$)"
                        + "[a-z0-9-]{1,64}"
                        + "|query:[a-z0-9_.~-]{1,64})";
    }
}
