package org.handbell.ingest.source.x;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Where X is asked, and what may be spent on it. Prices are those that X published in April 2026.
///
/// @param api the API's server
/// @param budgetPerAccount most that one account may cost in a calendar month, in US dollars
/// @param pricePerPost what X asks for a post that it returns, and for a picture, in US dollars
/// @param pricePerUser what X asks for looking an account up, in US dollars
/// @param sweepEvery how often an account is read in full, which is paid for post by post; at most
///   the 72 hours after which a post is forgotten, so that none is forgotten before
@Validated
@ConfigurationProperties(prefix = "handbell.ingest.sources.x", ignoreUnknownFields = false)
public record XSettings(
        @DefaultValue("https://api.x.com") @NotNull URI api,
        @DefaultValue("5.00") @NotNull @DecimalMin("0") @DecimalMax("100000")
                BigDecimal budgetPerAccount,
        @DefaultValue("0.005") @NotNull @DecimalMin("0.000001") @DecimalMax("100")
                BigDecimal pricePerPost,
        @DefaultValue("0.010") @NotNull @DecimalMin("0.000001") @DecimalMax("100")
                BigDecimal pricePerUser,
        @DefaultValue("2d") @DurationMin @DurationMax(hours = 72) Duration sweepEvery) {}
